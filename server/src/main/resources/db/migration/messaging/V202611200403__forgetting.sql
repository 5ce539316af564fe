-- Blanks what can name the person in everything that was said with these clients, and in what staff were told of them; the facts stay. As before, and beyond it: what
-- their chats got of the notices, what providers called the messages, files that a bot has uploaded.
create or replace function messaging.forget(business bigint, clients bigint[]) returns void
  language plpgsql security definer set search_path = messaging, pg_temp as $$
declare
  talks bigint[];
  chats text[];
  told bigint[];
  gone bigint[];
begin
  select coalesce(array_agg(id), '{}'), coalesce(array_agg(address) filter (where channel = 'SANDBOX'), '{}') into talks, chats
    from messaging.conversation where business_id = business and client_id = any (clients);
  select coalesce(array_agg(o.message_id), '{}') into told
    from messaging.outbound_message o
    join messaging.notice n on n.business_id = o.business_id and split_part(o.dedupe_key, ':', 2) = n.id::text
   where o.business_id = business and o.dedupe_key like 'notice:%' and n.client_id = any (clients);
  select coalesce(array_agg(id), '{}') || told into gone
    from messaging.message where business_id = business and conversation_id = any (talks);
  delete from messaging.known_file
   where business_id = business and file in (select file from messaging.message where business_id = business and id = any (gone));
  update messaging.message set body = null, subject = null, file_name = null, file = null, buttons = null, external_id = null, reply_to = null
   where business_id = business and id = any (gone);
  update messaging.message_change set body = null where business_id = business and message_id = any (gone);
  update messaging.inbound set word = null, phone = null, callback_id = null, on_message = null, handled_at = coalesce(handled_at, received_at)
   where business_id = business and conversation_id = any (talks);
  update messaging.notice set body = null, buttons = null where business_id = business and client_id = any (clients);
  delete from messaging.sandbox_message
   where business_id = business and (chat = any (chats) or split_part(key, '-', 1) in (select unnest(gone)::text));
  delete from messaging.sandbox_mail where business_id = business and split_part(key, '-', 1) in (select unnest(gone)::text);
  update messaging.outbound_message set state = case when state = 'queued' then 'cancelled' else state end, external_id = null, error = null
   where business_id = business and message_id = any (gone);
  update messaging.conversation set first_name = null, last_name = null, username = null, sealed_address = null,
         address = 'erased-' || id, reachable = false
   where business_id = business and id = any (talks);
end $$;

-- Chats of staff and notices about others that name the person: by phone digits and addresses anywhere, by name in notices about a suspected
-- double, by any word of the name in what staff and bot said to each other.
create function messaging.forget_mentions(business bigint, others bigint[], names text[], addresses text[], digits text[], words text[]) returns void
  language plpgsql security definer set search_path = messaging, pg_temp as $$
declare
  gone bigint[];
begin
  update messaging.notice set body = null, buttons = null
   where business_id = business and body is not null
     and (exists (select from unnest(addresses) as mark where position(mark in lower(body)) > 0)
       or exists (select from unnest(digits) as mark where position(mark in regexp_replace(body, '\D', '', 'g')) > 0)
       or client_id = any (others) and exists (select from unnest(names) as mark where position(mark in lower(body)) > 0));
  select coalesce(array_agg(m.id), '{}') into gone
    from messaging.staff_chat s
    join messaging.message m on m.business_id = s.business_id and m.conversation_id = s.conversation_id
    left join messaging.outbound_message o on o.business_id = m.business_id and o.message_id = m.id
    left join messaging.notice n on n.business_id = o.business_id and o.dedupe_key like 'notice:%' and n.id::text = split_part(o.dedupe_key, ':', 2)
   cross join lateral (select lower(concat_ws(' ', m.body, m.buttons::text)) as text) said
   where s.business_id = business
     and (exists (select from unnest(addresses) as mark where position(mark in said.text) > 0)
       or exists (select from unnest(digits) as mark where position(mark in regexp_replace(said.text, '\D', '', 'g')) > 0)
       or n.client_id = any (others) and exists (select from unnest(names) as mark where position(mark in said.text) > 0)
       or n.id is null and exists (select from unnest(words) as mark where position(mark in said.text) > 0));
  update messaging.message set body = null, subject = null, buttons = null where business_id = business and id = any (gone);
  update messaging.message_change set body = null where business_id = business and message_id = any (gone);
  update messaging.inbound set word = null where business_id = business and message_id = any (gone);
  update messaging.outbound_message set state = 'cancelled' where business_id = business and message_id = any (gone) and state = 'queued';
  delete from messaging.sandbox_message where business_id = business and split_part(key, '-', 1) in (select unnest(gone)::text);
end $$;
revoke all on function messaging.forget_mentions(bigint, bigint[], text[], text[], text[], text[]) from public;
grant execute on function messaging.forget_mentions(bigint, bigint[], text[], text[], text[], text[]) to ${app_role};
