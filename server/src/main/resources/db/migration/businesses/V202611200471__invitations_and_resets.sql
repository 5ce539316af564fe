create table businesses.invitation (
  business_id  bigint not null references businesses.business,
  id           bigserial,
  handle       text not null,
  secret_hash  text not null,
  role         text not null check (role in ('ADMIN', 'TRAINER', 'MANAGER', 'CASHIER')),
  sealed_email bytea,
  invited_by   bigint,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  used_by      bigint,
  revoked_at   timestamptz,
  primary key (business_id, id),
  foreign key (business_id, invited_by) references businesses.staff (business_id, id),
  foreign key (business_id, used_by) references businesses.staff (business_id, id),
  check ((used_at is null) = (used_by is null)),
  check (used_at is null or revoked_at is null));
create unique index invitation_handle on businesses.invitation (business_id, handle);
create index invitation_by on businesses.invitation (business_id, invited_by);
select platform.tenant_table('businesses.invitation');

-- A letter to staff until the mail server has it: it holds a link that opens a door, hence sealed whole and gone once it is sent.
create table businesses.staff_letter (
  business_id bigint not null references businesses.business,
  id          bigserial,
  key         text not null,
  sealed      bytea not null,
  created_at  timestamptz not null,
  useless_at  timestamptz not null,
  primary key (business_id, id));
select platform.tenant_table('businesses.staff_letter');

-- A forgotten password, as it was typed. Known or not is found out later, so that the answer takes equally long for both.
create table businesses.password_wish (
  id         bigserial primary key,
  sealed     bytea not null,
  created_at timestamptz not null);
grant select, insert, delete on businesses.password_wish to ${app_role};

create table businesses.password_reset (
  id          text primary key,
  login_id    bigint not null references businesses.login on delete cascade,
  secret_hash text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz);
create index password_reset_of_login on businesses.password_reset (login_id, created_at);
grant select, insert, update, delete on businesses.password_reset to ${app_role};
