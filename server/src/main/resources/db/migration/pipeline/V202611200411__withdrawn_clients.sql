-- A client whom an import made by mistake leaves no moves behind.
create function pipeline.withdraw(business bigint, client bigint) returns void
  language sql security definer set search_path = '' as $$
  delete from pipeline.card where business_id = business and client_id = client;
  delete from pipeline.fact where business_id = business and client_id = client;
  delete from pipeline.move where business_id = business and client_id = client;
$$;
revoke all on function pipeline.withdraw(bigint, bigint) from public;
grant execute on function pipeline.withdraw(bigint, bigint) to ${app_role};
