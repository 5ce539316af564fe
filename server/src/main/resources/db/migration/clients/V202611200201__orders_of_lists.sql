-- Who was never written to, or has nothing planned, has a place in the order too.
drop index clients.client_by_last_contact;
drop index clients.client_by_next_contact;
create index client_by_last_contact on clients.client (business_id, coalesce(last_contact_at, '-infinity'), id) where merged_into is null;
create index client_by_next_contact on clients.client (business_id, coalesce(next_contact_at, 'infinity'), id) where merged_into is null;
create index client_merged on clients.client (business_id, id, stands_as) where merged_into is not null;
drop index clients.client_paid;
create index client_by_payments on clients.client (business_id, paid_total_minor, id) where merged_into is null;
