-- Under row-level security an expression such as coalesce() is not let into an index condition; a column is.
drop index clients.client_by_last_contact;
drop index clients.client_by_next_contact;
alter table clients.client
  add column last_contact_sort timestamptz not null generated always as (coalesce(last_contact_at, '-infinity')) stored,
  add column next_contact_sort timestamptz not null generated always as (coalesce(next_contact_at, 'infinity')) stored;
create index client_by_last_contact on clients.client (business_id, last_contact_sort, id) where merged_into is null;
create index client_by_next_contact on clients.client (business_id, next_contact_sort, id) where merged_into is null;
