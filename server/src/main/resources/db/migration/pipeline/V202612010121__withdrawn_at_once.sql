-- As pipeline.withdraw, for many clients at once.
create function pipeline.withdraw_all(business bigint, clients bigint[]) returns void
  language sql security definer set search_path = '' as $$
  delete from pipeline.card where business_id = business and client_id = any(clients);
  delete from pipeline.fact where business_id = business and client_id = any(clients);
  delete from pipeline.move where business_id = business and client_id = any(clients);
$$;
revoke all on function pipeline.withdraw_all(bigint, bigint[]) from public;
grant execute on function pipeline.withdraw_all(bigint, bigint[]) to ${app_role};
