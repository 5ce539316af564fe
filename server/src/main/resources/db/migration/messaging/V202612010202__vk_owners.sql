-- Whose community it is, over all tenants: one community in two businesses would have its events torn between them. Ids only, and no row level security.
create table messaging.vk_owner (
  group_id    text primary key check (length(group_id) <= 20),
  business_id bigint not null references businesses.business,
  since       timestamptz not null);
create index vk_owner_of on messaging.vk_owner (business_id);
grant select, insert, delete on messaging.vk_owner to ${app_role};

-- Row level security is forced upon the owner of the tables too; for this one statement it looks at every tenant.
alter table businesses.setting no force row level security;
insert into messaging.vk_owner (group_id, business_id, since)
  select distinct on (value ->> 'id') value ->> 'id', business_id, changed_at from businesses.setting
   where section = 'messaging.vk' and value ->> 'id' <> ''
   order by value ->> 'id', changed_at;
alter table businesses.setting force row level security;
