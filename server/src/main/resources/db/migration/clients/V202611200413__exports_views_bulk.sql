-- What a signed link of five minutes gives out: which list, in what format. The filter may name a person, so it is kept sealed, and for a day at most.
create table clients.export (
  business_id bigint not null references businesses.business,
  id          bigserial,
  kind        text not null check (length(kind) <= 40),
  format      text not null check (format in ('csv', 'xlsx')),
  spec        bytea not null,
  created_at  timestamptz not null,
  primary key (business_id, id));
create index export_by_age on clients.export (business_id, created_at);
select platform.tenant_table('clients.export');

-- Saved views of the list: filters, columns and order; one's own, or shared with everybody in the business.
create table clients.view (
  business_id bigint not null references businesses.business,
  id          bigserial,
  name        text not null check (length(name) between 1 and 100),
  owner       bigint,
  shared      boolean not null,
  spec        jsonb not null,
  version     int not null default 1,
  created_at  timestamptz not null,
  primary key (business_id, id));
create index view_of_owner on clients.view (business_id, owner);
select platform.tenant_table('clients.view');

-- Bulk work over clients: what was chosen is written down first, so that the work can be killed, gone on with and undone.
create table clients.bulk (
  business_id bigint not null references businesses.business,
  id          bigserial,
  deed        text not null check (deed in ('move', 'tag', 'untag', 'assign', 'archive', 'unarchive')),
  spec        jsonb not null,
  state       text not null check (state in ('running', 'done', 'undoing', 'undone')),
  by_user     bigint,
  who         text not null check (length(who) <= 60),
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  primary key (business_id, id));
select platform.tenant_table('clients.bulk');

create table clients.bulk_item (
  business_id bigint not null references businesses.business,
  bulk_id     bigint not null,
  client_id   bigint not null,
  outcome     text check (outcome in ('changed', 'same', 'failed')),
  before      jsonb,
  undone      text check (undone in ('undone', 'kept')),
  primary key (business_id, bulk_id, client_id),
  foreign key (business_id, bulk_id) references clients.bulk on delete cascade,
  foreign key (business_id, client_id) references clients.client on delete cascade);
create index bulk_item_waiting on clients.bulk_item (business_id, bulk_id, client_id) where outcome is null;
create index bulk_item_of_client on clients.bulk_item (business_id, client_id);
select platform.tenant_table('clients.bulk_item');
