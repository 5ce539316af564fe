-- Whose bot it is, over all tenants: a bot in two businesses would have its updates torn between them. Ids only, and no row level security.
create table messaging.bot_owner (
  bot_id      text primary key check (length(bot_id) <= 20),
  business_id bigint not null references businesses.business,
  since       timestamptz not null);
create index bot_owner_of on messaging.bot_owner (business_id);
grant select, insert, delete on messaging.bot_owner to ${app_role};

-- Row level security is forced upon the owner of the tables too; for this one statement it looks at every tenant.
alter table messaging.telegram_bot no force row level security;
insert into messaging.bot_owner (bot_id, business_id, since)
  select distinct on (bot_id) bot_id, business_id, connected_at from messaging.telegram_bot order by bot_id, connected_at;
alter table messaging.telegram_bot force row level security;
