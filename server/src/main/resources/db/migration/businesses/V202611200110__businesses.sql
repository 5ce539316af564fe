-- Businesses and who signs in belong to the platform; everything else of the room belongs to a business.
select platform.room('businesses');

create table businesses.business (
  id         bigserial primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name       text not null check (length(name) between 1 and 200),
  public_key text not null unique,
  zone       text not null,
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  sandbox    boolean not null,
  created_at timestamptz not null);
grant select, insert, update on businesses.business to ${app_role};

create table businesses.login (
  id            bigserial primary key,
  username      text not null check (length(username) between 2 and 100),
  business_id   bigint references businesses.business,
  user_id       bigint,
  password_hash text not null,
  failures      int not null default 0,
  created_at    timestamptz not null,
  check ((business_id is null) = (user_id is null)));
create unique index login_username on businesses.login (lower(username));
grant select, insert, update, delete on businesses.login to ${app_role};
grant usage on all sequences in schema businesses to ${app_role};

create table businesses.staff (
  business_id bigint not null references businesses.business,
  id          bigserial,
  name        text not null check (length(name) between 1 and 200),
  role        text not null check (role in ('ADMIN', 'TRAINER', 'MANAGER', 'CASHIER')),
  active      boolean not null default true,
  created_at  timestamptz not null,
  primary key (business_id, id));
select platform.tenant_table('businesses.staff');

-- A signed-in browser. Refresh tokens rotate; the former one stays good for 30 seconds (two tabs), later use of it ends the session.
-- The platform administrator's sessions belong to no business, hence no row-level security here: every statement names the login.
create table businesses.session (
  id             text primary key,
  login_id       bigint not null references businesses.login on delete cascade,
  token_hash     text not null,
  former_hash    text,
  former_until   timestamptz,
  successor      bytea,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz);
create index session_of_login on businesses.session (login_id);
grant select, insert, update, delete on businesses.session to ${app_role};

create table businesses.api_key (
  business_id bigint not null references businesses.business,
  id          bigserial,
  name        text not null check (length(name) between 1 and 100),
  key_hash    text not null,
  scopes      text[] not null,
  created_by  bigint,
  created_at  timestamptz not null,
  revoked_at  timestamptz,
  primary key (business_id, id));
create unique index api_key_hash on businesses.api_key (business_id, key_hash);
select platform.tenant_table('businesses.api_key');

create table businesses.setting (
  business_id bigint not null references businesses.business,
  section     text not null,
  value       jsonb not null,
  changed_at  timestamptz not null,
  primary key (business_id, section));
select platform.tenant_table('businesses.setting');

create table businesses.secret (
  business_id bigint not null references businesses.business,
  name        text not null,
  sealed      bytea not null,
  changed_at  timestamptz not null,
  primary key (business_id, name));
select platform.tenant_table('businesses.secret');

create table businesses.audit (
  business_id bigint not null references businesses.business,
  id          bigserial,
  at          timestamptz not null,
  who         text not null,
  what        text not null,
  ref         text not null,
  facts       jsonb not null,
  primary key (business_id, id));
select platform.tenant_table('businesses.audit', append_only => true);
