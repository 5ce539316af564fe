-- What a client was given, or is owed: the row stands from the moment the debt arises, its content comes as versions.
select platform.room('programs');

create table programs.program (
  business_id  bigint not null references businesses.business,
  id           bigserial,
  public_id    text not null check (length(public_id) between 20 and 40),
  client_id    bigint not null,
  paid         boolean not null,
  weeks        int not null check (weeks between 1 and 52),
  cause        text not null check (cause in ('questionnaire', 'payment', 'staff')),
  run_id       bigint,
  payment_id   bigint,
  state        text not null check (state in ('owed', 'ready', 'delivered', 'undeliverable', 'failed', 'withdrawn')),
  send         boolean not null,
  version      int not null default 0,
  goal         text,
  profile      text,
  origin       text check (origin in ('library', 'sheet')),
  reserve      boolean not null default false,
  explanation  jsonb,
  sends        int not null default 0,
  next         boolean not null default false,
  starts_at    timestamptz,
  made_by      bigint,
  created_at   timestamptz not null,
  made_at      timestamptz,
  delivered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (business_id, id),
  check ((cause = 'payment') = (payment_id is not null)),
  check ((cause = 'questionnaire') = (run_id is not null)));
create unique index program_public on programs.program (business_id, public_id);
create unique index program_of_payment on programs.program (business_id, payment_id) where payment_id is not null;
create unique index program_of_run on programs.program (business_id, run_id) where run_id is not null;
create index program_newest on programs.program (business_id, id desc);
create index program_of_client on programs.program (business_id, client_id, id desc);
create index program_of_state on programs.program (business_id, state, id desc);
create index program_paid on programs.program (business_id, paid, id desc);
select platform.tenant_table('programs.program');

-- Each state of a programme's content, for ever; only forget() blanks it.
create table programs.version (
  business_id bigint not null references businesses.business,
  program_id  bigint not null,
  number      int not null check (number > 0),
  cause       text not null check (cause in ('made', 'remade', 'edited', 'restored', 'assigned')),
  content     jsonb,
  file        text,
  made_by     bigint,
  at          timestamptz not null,
  primary key (business_id, program_id, number),
  foreign key (business_id, program_id) references programs.program);
select platform.tenant_table('programs.version', append_only => true);

-- Sheets that were good when they were read. The newest one that a gender's state points to is in force.
create table programs.snapshot (
  business_id bigint not null references businesses.business,
  id          bigserial,
  gender      text not null check (gender in ('men', 'women')),
  origin      text not null check (origin in ('google', 'upload')),
  sha256      text not null,
  sheet       bytea not null,
  tab         text,
  templates   int not null,
  taken_at    timestamptz not null,
  taken_by    bigint,
  primary key (business_id, id));
create index snapshot_of on programs.snapshot (business_id, gender, id desc);
select platform.tenant_table('programs.snapshot', append_only => true);

-- One row a gender: what is in force, and how the last attempt to read the owner's sheet went. No row: the library of the distribution.
create table programs.sheet (
  business_id bigint not null references businesses.business,
  gender      text not null check (gender in ('men', 'women')),
  link        text,
  tab         text,
  snapshot_id bigint,
  checked_at  timestamptz,
  outcome     text check (outcome in ('accepted', 'unchanged', 'refused', 'unreachable')),
  problems    jsonb not null default '[]',
  warnings    jsonb not null default '[]',
  primary key (business_id, gender),
  foreign key (business_id, snapshot_id) references programs.snapshot);
select platform.tenant_table('programs.sheet');

create function programs.forget(business bigint, clients bigint[]) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update programs.version set content = null, file = null
   where business_id = business
     and program_id in (select id from programs.program where business_id = business and client_id = any (clients));
  update programs.program set explanation = null where business_id = business and client_id = any (clients);
end $$;
revoke all on function programs.forget(bigint, bigint[]) from public;
grant execute on function programs.forget(bigint, bigint[]) to ${app_role};
