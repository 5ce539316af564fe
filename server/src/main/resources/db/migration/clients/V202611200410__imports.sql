-- Imports of clients. What stands in the file names people, so it is kept sealed, in chunks that are also the batches of the run, and forgotten after a while.
-- One row of import_row for each line that has been dealt with; «before» and «after» are the sealed cards around an update, for undoing it.
create table clients.import (
  business_id bigint not null references businesses.business,
  id          bigserial,
  file_name   text check (length(file_name) <= 200),
  format      text not null check (length(format) <= 60),
  rows        int not null,
  head        bytea,
  settings    jsonb,
  forecast    jsonb,
  state       text not null check (state in ('uploaded', 'checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone')),
  cursor      int not null default 0,
  created     int not null default 0,
  updated     int not null default 0,
  skipped     int not null default 0,
  rejected    int not null default 0,
  kept        int not null default 0,
  by_user     bigint,
  who         text not null check (length(who) <= 60),
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  primary key (business_id, id));
select platform.tenant_table('clients.import');

create table clients.import_chunk (
  business_id bigint not null references businesses.business,
  import_id   bigint not null,
  chunk       int not null,
  sealed      bytea not null,
  primary key (business_id, import_id, chunk),
  foreign key (business_id, import_id) references clients.import on delete cascade);
select platform.tenant_table('clients.import_chunk');

create table clients.import_row (
  business_id bigint not null references businesses.business,
  import_id   bigint not null,
  line        int not null,
  chunk       int not null,
  outcome     text not null check (outcome in ('created', 'updated', 'skipped', 'rejected')),
  client_id   bigint,
  reasons     text[] not null default '{}',
  before      bytea,
  after       bytea,
  version     int,
  moved_from  bigint,
  moved_to    bigint,
  undone      text check (undone in ('undone', 'partly', 'kept')),
  conflicts   text[] not null default '{}',
  primary key (business_id, import_id, line),
  foreign key (business_id, import_id) references clients.import on delete cascade,
  foreign key (business_id, client_id) references clients.client on delete set null (client_id));
create index import_row_by_outcome on clients.import_row (business_id, import_id, outcome, line);
create index import_row_of_client on clients.import_row (business_id, client_id) where client_id is not null;
select platform.tenant_table('clients.import_row');

-- A client made by mistake, by an import that is undone, goes without a trace. Whatever another room holds of them stops it by its foreign key.
create function clients.withdraw(business bigint, client bigint) returns void
  language sql security definer set search_path = '' as $$
  delete from clients.timeline where business_id = business and client_id = client;
  delete from clients.identity where business_id = business and client_id = client;
  delete from clients.word where business_id = business and client_id = client;
  delete from clients.tag where business_id = business and client_id = client;
  delete from clients.suspicion where business_id = business and client in (client_id, other_id);
  delete from clients.client where business_id = withdraw.business and id = withdraw.client;
$$;
revoke all on function clients.withdraw(bigint, bigint) from public;
grant execute on function clients.withdraw(bigint, bigint) to ${app_role};
