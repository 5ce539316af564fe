-- Ids are all that the audit trail is meant to hold; what was changed of a person may stand there all the same.
create function businesses.forget(business bigint, prefix text, clients text[]) returns void
  language sql security definer set search_path = '' as $$
  update businesses.audit set facts = '{}'
   where business_id = business and starts_with(what, prefix) and (ref = any (clients) or facts ->> 'client' = any (clients));
$$;
revoke all on function businesses.forget(bigint, text, text[]) from public;
grant execute on function businesses.forget(bigint, text, text[]) to ${app_role};
