-- What staff says again and again, written once.
create table messaging.reply_template (
  business_id bigint not null references businesses.business,
  id          bigserial,
  title       text not null check (length(title) between 1 and 100),
  text        text not null check (length(text) between 1 and 4096),
  shortcut    text check (length(shortcut) between 1 and 32),
  position    int not null,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  primary key (business_id, id),
  unique (business_id, shortcut));
select platform.tenant_table('messaging.reply_template');
