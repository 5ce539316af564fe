-- The trash: for 30 days a person can be taken back; what they are known by is parked meanwhile, so that it blocks nobody.
alter table clients.client add column deleted_at timestamptz;
create index client_deleted on clients.client (business_id, deleted_at, id) where merged_into is null and deleted_at is not null;

-- The main phone and the main e-mail are those that were last made so.
alter table clients.identity
  add column main_at timestamptz,
  add column parked boolean not null default false;

alter table clients.suspicion
  drop constraint suspicion_reason_check,
  add constraint suspicion_reason_check check (reason in ('phone', 'email', 'nick', 'name_phone', 'name_birth')),
  add column reasons text[] not null default '{}';

-- A keyed hash of the address, and who of the staff wrote it down.
alter table clients.consent
  add column ip_hash text check (length(ip_hash) <= 100),
  add column by_user bigint;

create or replace function clients.forget(business bigint, client bigint) returns void
  language sql security definer set search_path = '' as $$
  update clients.timeline set text = null, facts = '{}' where business_id = business and client_id = client;
  update clients.consent set ip_hash = null where business_id = business and client_id = client;
$$;
