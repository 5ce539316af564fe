-- Conversations, what was said in them, and the two queues: what came and waits for an answer, what was written and waits to leave.
select platform.room('messaging');

create table messaging.conversation (
  business_id      bigint not null references businesses.business,
  id               bigserial,
  channel          text not null check (channel in ('TELEGRAM', 'SANDBOX', 'SITE', 'EMAIL')),
  -- The chat at the provider; for e-mail the keyed hash of the address, which stands beside it encrypted.
  address          text not null check (length(address) between 1 and 100),
  sealed_address   bytea,
  client_id        bigint,
  first_name       text check (length(first_name) <= 200),
  last_name        text check (length(last_name) <= 200),
  username         text check (length(username) <= 200),
  reachable        boolean not null default true,
  unreachable_at   timestamptz,
  read_up_to       bigint not null default 0,
  last_message_id  bigint,
  last_message_at  timestamptz not null,
  last_inbound_at  timestamptz,
  created_at       timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client);
create unique index conversation_address on messaging.conversation (business_id, channel, address);
create index conversation_of_client on messaging.conversation (business_id, client_id) where client_id is not null;
create index conversation_newest on messaging.conversation (business_id, last_message_at desc, id desc);
select platform.tenant_table('messaging.conversation');

-- What was said, for ever as it was said; only forget() blanks what can name a person.
create table messaging.message (
  business_id     bigint not null,
  id              bigserial,
  conversation_id bigint not null,
  direction       text not null check (direction in ('in', 'out')),
  author          text not null check (author in ('client', 'bot', 'staff', 'system')),
  staff_id        bigint,
  kind            text not null check (length(kind) between 1 and 60),
  body            text check (length(body) <= 20000),
  subject         text check (length(subject) <= 300),
  file            text,
  file_name       text check (length(file_name) <= 200),
  file_type       text check (length(file_type) <= 100),
  buttons         jsonb,
  ask_contact     boolean not null default false,
  edit_of         bigint,
  external_id     text check (length(external_id) <= 100),
  reply_to        text check (length(reply_to) <= 100),
  said_at         timestamptz not null,
  created_at      timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, conversation_id) references messaging.conversation);
create index message_of_conversation on messaging.message (business_id, conversation_id, id desc);
create index message_external on messaging.message (business_id, conversation_id, external_id) where external_id is not null;
create index message_edits on messaging.message (business_id, edit_of, id desc) where edit_of is not null;
select platform.tenant_table('messaging.message', append_only => true);

-- An earlier message of a client got another text or went away.
create table messaging.message_change (
  business_id bigint not null,
  id          bigserial,
  message_id  bigint not null,
  kind        text not null check (kind in ('edited', 'deleted')),
  body        text check (length(body) <= 20000),
  at          timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, message_id) references messaging.message);
create index message_change_of on messaging.message_change (business_id, message_id, id desc);
select platform.tenant_table('messaging.message_change', append_only => true);

-- What came: each update of a source once in its conversation; it waits until somebody has answered it. The details are blanked then.
create table messaging.inbound (
  business_id     bigint not null,
  message_id      bigint not null,
  conversation_id bigint not null,
  source          text not null check (length(source) <= 100),
  update_id       bigint not null,
  kind            text not null check (kind in ('text', 'command', 'press', 'contact', 'media', 'edited', 'blocked', 'unblocked', 'other')),
  word            text check (length(word) <= 100),
  callback_id     text check (length(callback_id) <= 100),
  on_message      text check (length(on_message) <= 100),
  phone           bytea,
  own             boolean not null default false,
  attempts        int not null default 0,
  received_at     timestamptz not null,
  handled_at      timestamptz,
  given_up        boolean not null default false,
  primary key (business_id, message_id),
  foreign key (business_id, conversation_id) references messaging.conversation,
  foreign key (business_id, message_id) references messaging.message deferrable initially deferred);
create unique index inbound_once on messaging.inbound (business_id, source, conversation_id, update_id);
create index inbound_waiting on messaging.inbound (business_id, conversation_id, message_id) where handled_at is null;
select platform.tenant_table('messaging.inbound');

-- What waits to leave: queued -> sending -> sent | failed | cancelled.
create table messaging.outbound_message (
  business_id     bigint not null,
  message_id      bigint not null,
  conversation_id bigint not null,
  kind            text not null check (length(kind) between 1 and 60),
  dedupe_key      text not null check (length(dedupe_key) between 1 and 200),
  promise         text not null check (promise in ('AT_LEAST_ONCE', 'AT_MOST_ONCE')),
  state           text not null check (state in ('queued', 'sending', 'sent', 'failed', 'cancelled')),
  not_before      timestamptz not null,
  retry_at        timestamptz,
  attempts        int not null default 0,
  parts_done      int not null default 0,
  external_id     text check (length(external_id) <= 200),
  error           text check (length(error) <= 300),
  created_at      timestamptz not null,
  sending_at      timestamptz,
  finished_at     timestamptz,
  primary key (business_id, message_id),
  foreign key (business_id, conversation_id) references messaging.conversation,
  -- Checked at the end: the key is claimed first, so that a repeated key leaves no message behind.
  foreign key (business_id, message_id) references messaging.message deferrable initially deferred);
create unique index outbound_once on messaging.outbound_message (business_id, dedupe_key);
create index outbound_waiting on messaging.outbound_message (business_id, conversation_id, message_id)
  where state in ('queued', 'sending');
create index outbound_external on messaging.outbound_message (business_id, conversation_id, external_id)
  where external_id is not null;
create index outbound_dead on messaging.outbound_message (business_id, message_id desc) where state = 'failed';
select platform.tenant_table('messaging.outbound_message');

-- A file that a bot has uploaded once is sent by its id from then on.
create table messaging.known_file (
  business_id bigint not null references businesses.business,
  bot         text not null,
  file        text not null,
  file_id     text not null check (length(file_id) <= 300),
  known_at    timestamptz not null,
  primary key (business_id, bot, file));
select platform.tenant_table('messaging.known_file');

-- The bot of a business: where polling goes on, and which process polls. The token is a secret of the business.
create table messaging.telegram_bot (
  business_id  bigint not null references businesses.business,
  bot_id       text not null check (length(bot_id) <= 20),
  username     text not null check (length(username) <= 64),
  next_update  bigint not null default 0,
  leased_by    text,
  leased_until timestamptz,
  broken       text check (length(broken) <= 300),
  broken_at    timestamptz,
  connected_at timestamptz not null,
  primary key (business_id, bot_id));
select platform.tenant_table('messaging.telegram_bot');

-- Staff: whose chat a conversation is, the codes that link one, and what staff must know.
create table messaging.staff_chat (
  business_id     bigint not null,
  conversation_id bigint not null,
  staff_id        bigint not null,
  answering       bigint,
  linked_at       timestamptz not null,
  primary key (business_id, conversation_id),
  foreign key (business_id, conversation_id) references messaging.conversation,
  foreign key (business_id, staff_id) references businesses.staff);
create index staff_chat_of on messaging.staff_chat (business_id, staff_id);
select platform.tenant_table('messaging.staff_chat');

create table messaging.link_code (
  business_id bigint not null,
  code_hash   text not null,
  staff_id    bigint not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (business_id, code_hash),
  foreign key (business_id, staff_id) references businesses.staff);
select platform.tenant_table('messaging.link_code');

create table messaging.notice (
  business_id bigint not null references businesses.business,
  id          bigserial,
  kind        text not null check (length(kind) between 1 and 60),
  dedupe_key  text not null check (length(dedupe_key) between 1 and 200),
  body        text check (length(body) <= 4000),
  client_id   bigint,
  buttons     jsonb,
  taken_by    bigint,
  taken_at    timestamptz,
  created_at  timestamptz not null,
  primary key (business_id, id));
create unique index notice_once on messaging.notice (business_id, dedupe_key);
create index notice_newest on messaging.notice (business_id, id desc);
select platform.tenant_table('messaging.notice');

-- The sandbox: what its chat page and its mailbox show in place of Telegram and a mail server.
create table messaging.sandbox_message (
  business_id bigint not null references businesses.business,
  id          bigserial,
  chat        text not null check (length(chat) <= 40),
  key         text not null check (length(key) <= 100),
  body        text,
  markup      jsonb,
  file        text,
  file_name   text,
  file_type   text,
  file_size   bigint,
  token       text,
  sent_at     timestamptz not null,
  edited_at   timestamptz,
  primary key (business_id, id));
create unique index sandbox_message_once on messaging.sandbox_message (business_id, key);
create index sandbox_message_of_chat on messaging.sandbox_message (business_id, chat, id);
create unique index sandbox_message_token on messaging.sandbox_message (business_id, token) where token is not null;
select platform.tenant_table('messaging.sandbox_message');

create table messaging.sandbox_mail (
  business_id bigint not null references businesses.business,
  id          bigserial,
  key         text not null check (length(key) <= 100),
  sealed_to   bytea not null,
  subject     text,
  body        text,
  links       jsonb,
  file        text,
  file_name   text,
  file_type   text,
  token       text,
  sent_at     timestamptz not null,
  primary key (business_id, id));
create unique index sandbox_mail_once on messaging.sandbox_mail (business_id, key);
create unique index sandbox_mail_token on messaging.sandbox_mail (business_id, token) where token is not null;
select platform.tenant_table('messaging.sandbox_mail');

-- Blanks what can name the person in everything that was said with these clients; the facts stay.
create function messaging.forget(business bigint, clients bigint[]) returns void
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
  update messaging.conversation set first_name = null, last_name = null, username = null, sealed_address = null,
         address = 'erased-' || id, reachable = false
   where business_id = business and id = any (talks);
end $$;
revoke all on function messaging.forget(bigint, bigint[]) from public;
grant execute on function messaging.forget(bigint, bigint[]) to ${app_role};
