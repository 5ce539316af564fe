-- The second step of sign-in (RFC 6238). It belongs to the login, which may be the platform's: every statement names the login.
create table businesses.totp (
  login_id   bigint primary key references businesses.login on delete cascade,
  sealed     bytea not null,
  created_at timestamptz not null,
  enabled_at timestamptz,
  -- The newest time step whose code was taken: a code opens once.
  last_step  bigint not null default 0);
grant select, insert, update, delete on businesses.totp to ${app_role};

create table businesses.recovery_code (
  login_id  bigint not null references businesses.login on delete cascade,
  code_hash text not null,
  used_at   timestamptz,
  primary key (login_id, code_hash));
grant select, insert, update, delete on businesses.recovery_code to ${app_role};
