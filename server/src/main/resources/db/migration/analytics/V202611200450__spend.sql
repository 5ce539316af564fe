-- What an owner spends on each source of clients: the one thing that no other room knows.
select platform.room('analytics');

create table analytics.spend (
  business_id bigint not null references businesses.business,
  id          bigserial,
  source      text not null check (length(source) between 1 and 100),
  first_day   date not null,
  last_day    date not null,
  minor       bigint not null check (minor > 0),
  note        text not null check (length(note) <= 200),
  created_at  timestamptz not null,
  primary key (business_id, id),
  check (last_day >= first_day and last_day < first_day + 400));
create index spend_by_day on analytics.spend (business_id, first_day, id);
select platform.tenant_table('analytics.spend');
