-- Several channels per person: an order of them, a second way for what must arrive, an honest «unknown», and messages for later.

-- A new channel is code and no migration.
alter table messaging.conversation drop constraint conversation_channel_check;
alter table messaging.conversation add constraint conversation_channel_check check (channel ~ '^[A-Z]{2,20}$');
alter table messaging.conversation add column unreachable_why text check (length(unreachable_why) <= 40);

alter table messaging.outbound_message drop constraint outbound_message_state_check;
alter table messaging.outbound_message add constraint outbound_message_state_check
  check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled'));
alter table messaging.outbound_message
  -- Since when its channel has not taken it; null while it does, or merely asks to wait.
  add column failing_since timestamptz,
  -- An attempt was cut off: it may have arrived.
  add column uncertain boolean not null default false,
  -- It answers what was said here and makes no sense over another channel.
  add column only_here boolean not null default false,
  -- The message in whose place it goes over another channel.
  add column fallback_of bigint,
  -- For staff, in Russian: why it was taken back, or what became of it. Names nobody.
  add column note text check (length(note) <= 300);
create unique index outbound_fallback on messaging.outbound_message (business_id, fallback_of) where fallback_of is not null;

-- In which order staff wants a person to be reached; a channel that is not named comes after those that are.
create table messaging.channel_order (
  business_id bigint not null,
  client_id   bigint not null,
  channels    text[] not null,
  changed_by  bigint,
  changed_at  timestamptz not null,
  primary key (business_id, client_id),
  foreign key (business_id, client_id) references clients.client);
select platform.tenant_table('messaging.channel_order');

-- What staff wrote for later. It becomes a message when its time comes, and is looked at once more then.
create table messaging.scheduled_message (
  business_id bigint not null,
  id          bigserial,
  client_id   bigint not null,
  channel     text check (length(channel) <= 20),
  body        text check (length(body) <= 4096),
  staff_id    bigint,
  send_at     timestamptz not null,
  state       text not null check (state in ('scheduled', 'sent', 'cancelled', 'dropped')),
  note        text check (length(note) <= 300),
  message_id  bigint,
  created_at  timestamptz not null,
  finished_at timestamptz,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client);
create index scheduled_of_client on messaging.scheduled_message (business_id, client_id, send_at) where state = 'scheduled';
create index scheduled_next on messaging.scheduled_message (business_id, send_at, id) where state = 'scheduled';
select platform.tenant_table('messaging.scheduled_message');

-- As before, and what is new here.
create or replace function messaging.forget(business bigint, clients bigint[]) returns void
  language plpgsql security definer set search_path = messaging, pg_temp as $$
declare
  talks bigint[];
  chats text[];
begin
  select coalesce(array_agg(id), '{}'), coalesce(array_agg(address) filter (where channel = 'SANDBOX'), '{}') into talks, chats
    from messaging.conversation where business_id = business and client_id = any (clients);
  update messaging.message set body = null, subject = null, file_name = null, file = null, buttons = null
   where business_id = business and conversation_id = any (talks);
  update messaging.message_change set body = null
   where business_id = business
     and message_id in (select id from messaging.message where business_id = business and conversation_id = any (talks));
  update messaging.inbound set word = null, phone = null where business_id = business and conversation_id = any (talks);
  update messaging.notice set body = null, buttons = null where business_id = business and client_id = any (clients);
  delete from messaging.sandbox_message where business_id = business and chat = any (chats);
  delete from messaging.sandbox_mail
   where business_id = business
     and split_part(key, '-', 1) in (select id::text from messaging.message
                                      where business_id = business and conversation_id = any (talks));
  update messaging.outbound_message set state = 'cancelled'
   where business_id = business and conversation_id = any (talks) and state = 'queued';
  update messaging.scheduled_message set body = null, state = case when state = 'scheduled' then 'cancelled' else state end
   where business_id = business and client_id = any (clients);
  delete from messaging.channel_order where business_id = business and client_id = any (clients);
  update messaging.conversation set first_name = null, last_name = null, username = null, sealed_address = null,
         address = 'erased-' || id, reachable = false, unreachable_why = 'erased'
   where business_id = business and id = any (talks);
end $$;
