-- Who visited the site, without cookies: a visitor is told apart by a hash under a salt that lives for one day, and the address of nobody is kept.
do $$
begin
  if not exists (select from pg_namespace where nspname = 'site') then
    perform platform.room('site');
  end if;
end $$;

create table site.visit_salt (
  business_id bigint not null references businesses.business,
  day         date not null,
  salt        text not null,
  primary key (business_id, day));
select platform.tenant_table('site.visit_salt');

create table site.visit (
  business_id bigint not null references businesses.business,
  id          bigserial,
  day         date not null,
  key         text not null check (length(key) = 64),
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  pages       int not null default 1 check (pages > 0),
  page        text not null check (length(page) <= 300),
  referrer    text not null check (length(referrer) <= 253),
  utm         jsonb not null,
  client_id   bigint,
  primary key (business_id, id),
  unique (business_id, day, key),
  foreign key (business_id, client_id) references clients.client (business_id, id));
create index visit_by_time on site.visit (business_id, first_at);
create index visit_of_client on site.visit (business_id, client_id) where client_id is not null;
select platform.tenant_table('site.visit');

-- Which token a page was given at a visit, so that a form sent with it can be told from which visit it came.
create table site.visit_token (
  business_id bigint not null references businesses.business,
  token       text not null check (length(token) = 64),
  visit_id    bigint not null,
  primary key (business_id, token, visit_id),
  foreign key (business_id, visit_id) references site.visit (business_id, id) on delete cascade);
create index visit_token_of on site.visit_token (business_id, visit_id);
select platform.tenant_table('site.visit_token');
