-- The owner's own fields of a card. Values stand in clients.client.custom; here is what a key means.
create table clients.field (
  business_id bigint not null references businesses.business,
  key         text not null check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  title       text not null check (length(title) between 1 and 100),
  type        text not null check (type in ('text', 'number', 'date', 'choice', 'flag')),
  choices     text[] not null default '{}',
  position    int not null,
  archived    boolean not null default false,
  created_at  timestamptz not null,
  primary key (business_id, key));
select platform.tenant_table('clients.field');

-- Values of own fields that lists are filtered by: an ordinary index finds them under row-level security, one over jsonb would not.
create table clients.field_value (
  business_id bigint not null references businesses.business,
  key         text not null,
  value       text collate "C" not null,
  client_id   bigint not null,
  primary key (business_id, key, value, client_id),
  foreign key (business_id, client_id) references clients.client on delete cascade);
create index field_value_of_client on clients.field_value (business_id, client_id);
select platform.tenant_table('clients.field_value');

-- Whoever writes the answers of a client keeps the values findable.
create function clients.index_fields() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if new.custom = old.custom then
      return null;
    end if;
    delete from clients.field_value where business_id = new.business_id and client_id = new.id;
  end if;
  if new.custom <> '{}'::jsonb then
    insert into clients.field_value (business_id, key, value, client_id)
    select distinct new.business_id, e.key, pg_catalog.lower(pg_catalog.left(v.value, 200)), new.id
      from pg_catalog.jsonb_each(new.custom) e
      cross join lateral (
        select item as value from pg_catalog.jsonb_array_elements_text(
          case when pg_catalog.jsonb_typeof(e.value) = 'array' then e.value else pg_catalog.jsonb_build_array(e.value) end) item) v
     where v.value is not null;
  end if;
  return null;
end $$;
create trigger client_fields_made after insert on clients.client
  for each row when (new.custom <> '{}'::jsonb) execute function clients.index_fields();
create trigger client_fields_changed after update of custom on clients.client
  for each row when (new.custom is distinct from old.custom) execute function clients.index_fields();
