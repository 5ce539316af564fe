-- The rules of the house as functions, so that a room's migration cannot forget one of them, and the tables that belong to no tenant.
create schema platform;
grant usage on schema platform to ${app_role};

-- A room's schema: the application may use it and its sequences.
create function platform.room(name text) returns void language plpgsql as $$
begin
  execute format('create schema %I', name);
  execute format('grant usage on schema %I to ${app_role}', name);
  execute format('alter default privileges in schema %I grant usage on sequences to ${app_role}', name);
end $$;

-- A tenant's table: rows of other businesses are invisible and cannot be written, also for the owner of the table.
create function platform.tenant_table(tbl regclass, append_only boolean default false) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy of_business on %s using (business_id = nullif(current_setting(''app.business_id'', true), '''')::bigint)', tbl);
  execute format('grant select, insert on %s to ${app_role}', tbl);
  if not append_only then
    execute format('grant update, delete on %s to ${app_role}', tbl);
  end if;
end $$;

-- Names in the order a Russian reader expects, the same on every server.
create collation platform.people (provider = icu, locale = 'ru');

create table platform.key_check (
  one   boolean primary key check (one),
  value text not null);
grant select, insert on platform.key_check to ${app_role};

-- Work that is due, over all tenants: ids and times only. One row a piece of work; a worker claims it and deletes it when it is done.
create table platform.due (
  id          bigserial primary key,
  kind        text not null check (length(kind) between 1 and 60),
  business_id bigint not null,
  ref         text not null check (length(ref) <= 200),
  due_at      timestamptz not null,
  version     int not null default 1,
  attempts    int not null default 0,
  claimed_by  text,
  last_error  text,
  dead_at     timestamptz,
  created_at  timestamptz not null,
  unique (business_id, kind, ref));
create index due_next on platform.due (due_at) where dead_at is null;
create index due_claimed on platform.due (claimed_by) where claimed_by is not null;
create index due_dead on platform.due (business_id, dead_at) where dead_at is not null;

-- Nodes that are alive; what a silent node had claimed is free again.
create table platform.node (
  id      text primary key,
  seen_at timestamptz not null);

-- Facts for followers (analytics, integrations, loyalty), read in batches below the snapshot's xmin so that a late commit is never skipped.
create table platform.event_log (
  id          bigserial primary key,
  tx          xid8 not null default pg_current_xact_id(),
  business_id bigint not null,
  type        text not null,
  facts       jsonb not null,
  at          timestamptz not null);
create index event_log_tx on platform.event_log (tx, id);

-- The first answer to a request with an Idempotency-Key; the key is stored as source:caller:key.
create table platform.idempotency (
  business_id  bigint not null,
  key          text not null check (length(key) <= 300),
  request_hash text not null,
  status       int,
  answer       text,
  created_at   timestamptz not null,
  primary key (business_id, key));
create index idempotency_age on platform.idempotency (business_id, created_at);

create table platform.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance));
create index scheduled_tasks_next on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on platform.scheduled_tasks (last_heartbeat);

grant select, insert, update, delete on platform.due, platform.node, platform.idempotency, platform.scheduled_tasks to ${app_role};
grant select, insert on platform.event_log to ${app_role};
grant usage on all sequences in schema platform to ${app_role};
select platform.tenant_table('platform.idempotency');
