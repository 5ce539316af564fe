-- Erasing a person: begun (the card is hidden and takes no further deeds) and done (nothing names the person any more).
alter table clients.client
  add column erasing_at timestamptz,
  add column erased_at timestamptz;

-- Old and new values of fields stand in facts too.
create or replace function clients.forget(business bigint, client bigint) returns void
  language sql security definer set search_path = '' as $$
  update clients.timeline set text = null, facts = '{}' where business_id = business and client_id = client;
$$;

-- What was written of others, and names this person: by addresses and phone digits anywhere, by name where a double was suspected or staff looked for them.
create function clients.forget_mentions(business bigint, others bigint[], names text[], addresses text[], digits text[], words text[]) returns void
  language sql security definer set search_path = '' as $$
  update clients.timeline set text = null
   where business_id = business and text is not null
     and (exists (select from unnest(addresses) as mark where position(mark in lower(text)) > 0)
       or exists (select from unnest(digits) as mark where position(mark in regexp_replace(text, '\D', '', 'g')) > 0)
       or client_id = any (others) and exists (select from unnest(names) as mark where position(mark in lower(text)) > 0)
       or starts_with(text, '/') and exists (select from unnest(words) as mark where position(mark in lower(text)) > 0));
$$;
revoke all on function clients.forget_mentions(bigint, bigint[], text[], text[], text[], text[]) from public;
grant execute on function clients.forget_mentions(bigint, bigint[], text[], text[], text[], text[]) to ${app_role};
