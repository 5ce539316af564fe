-- What two earlier versions of the function do, each for its own tables.
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
  update messaging.outbound_message set state = case when state = 'queued' then 'cancelled' else state end, external_id = null, error = null, note = null
   where business_id = business and message_id = any (gone);
  update messaging.scheduled_message set body = null, state = case when state = 'scheduled' then 'cancelled' else state end
   where business_id = business and client_id = any (clients);
  delete from messaging.channel_order where business_id = business and client_id = any (clients);
  update messaging.conversation set first_name = null, last_name = null, username = null, sealed_address = null,
         address = 'erased-' || id, reachable = false, unreachable_why = 'erased'
   where business_id = business and id = any (talks);
end $$;
