-- As clients.withdraw, for the many clients that an undone import takes back at once.
create function clients.withdraw_all(business bigint, clients bigint[]) returns void
  language sql security definer set search_path = '' as $$
  delete from clients.timeline where business_id = business and client_id = any(clients);
  delete from clients.identity where business_id = business and client_id = any(clients);
  delete from clients.word where business_id = business and client_id = any(clients);
  delete from clients.tag where business_id = business and client_id = any(clients);
  delete from clients.suspicion where business_id = business and client_id = any(clients);
  delete from clients.suspicion where business_id = business and other_id = any(clients);
  delete from clients.client where business_id = business and id = any(clients);
$$;
revoke all on function clients.withdraw_all(bigint, bigint[]) from public;
grant execute on function clients.withdraw_all(bigint, bigint[]) to ${app_role};

-- How far an undoing is, which goes from the last line to the first: lines from undo_from on are dealt with, taken_back of them were created or updated.
alter table clients.import
  add column undo_from int,
  add column taken_back int not null default 0;
