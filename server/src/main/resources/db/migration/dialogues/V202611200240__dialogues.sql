-- Where each conversation stands, the versions of the questionnaire, who went through it and what they answered, the FAQ.
select platform.room('dialogues');

-- A version never changes; a new wording is the next one.
create table dialogues.questionnaire (
  business_id  bigint not null references businesses.business,
  version      int not null check (version > 0),
  questions    jsonb not null,
  published_at timestamptz not null,
  published_by bigint,
  primary key (business_id, version));
select platform.tenant_table('dialogues.questionnaire', append_only => true);

-- All that a conversation remembers between two messages.
create table dialogues.dialogue (
  business_id     bigint not null,
  conversation_id bigint not null,
  client_id       bigint,
  state           jsonb not null,
  changed_at      timestamptz not null,
  primary key (business_id, conversation_id),
  foreign key (business_id, conversation_id) references messaging.conversation,
  foreign key (business_id, client_id) references clients.client);
create index dialogue_of_client on dialogues.dialogue (business_id, client_id) where client_id is not null;
select platform.tenant_table('dialogues.dialogue');

-- One pass through the questionnaire; question is where the client stands, or stood when they stopped.
create table dialogues.run (
  business_id     bigint not null,
  id              bigserial,
  conversation_id bigint not null,
  client_id       bigint not null,
  number          int not null check (number > 0),
  version         int not null,
  question        text check (length(question) <= 24),
  started_at      timestamptz not null,
  asked_at        timestamptz,
  finished_at     timestamptz,
  primary key (business_id, id),
  foreign key (business_id, conversation_id) references messaging.conversation,
  foreign key (business_id, client_id) references clients.client,
  foreign key (business_id, version) references dialogues.questionnaire);
create unique index run_of_conversation on dialogues.run (business_id, conversation_id, number);
create index run_of_client on dialogues.run (business_id, client_id, id desc);
select platform.tenant_table('dialogues.run');

create table dialogues.answer (
  business_id bigint not null,
  run_id      bigint not null,
  question    text not null check (length(question) between 1 and 24),
  answer      jsonb,
  answered_at timestamptz not null,
  primary key (business_id, run_id, question),
  foreign key (business_id, run_id) references dialogues.run);
select platform.tenant_table('dialogues.answer');

-- Who paid before they answered, and is therefore asked.
create table dialogues.asking (
  business_id bigint not null,
  key         text not null check (length(key) between 1 and 100),
  client_id   bigint not null,
  asked_at    timestamptz not null,
  primary key (business_id, key),
  foreign key (business_id, client_id) references clients.client);
select platform.tenant_table('dialogues.asking', append_only => true);

-- Who wants no reminders.
create table dialogues.silence (
  business_id bigint not null,
  client_id   bigint not null,
  since       timestamptz not null,
  primary key (business_id, client_id),
  foreign key (business_id, client_id) references clients.client);
select platform.tenant_table('dialogues.silence');

create table dialogues.faq (
  business_id bigint not null references businesses.business,
  id          bigserial,
  category    text not null check (length(category) between 1 and 40),
  question    text not null check (length(question) between 1 and 200),
  answer      text not null check (length(answer) between 1 and 3000),
  position    int not null check (position >= 0),
  active      boolean not null,
  shown       bigint not null default 0,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  primary key (business_id, id));
create index faq_shown on dialogues.faq (business_id, position, id);
select platform.tenant_table('dialogues.faq');

-- Blanks what the clients said; that they went through the questionnaire, and how far, stays as a figure.
create function dialogues.forget(business bigint, clients bigint[]) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update dialogues.answer set answer = null
   where business_id = business
     and run_id in (select id from dialogues.run where business_id = business and client_id = any (clients));
  update dialogues.dialogue set state = jsonb_build_object('runs', coalesce((state ->> 'runs')::int, 0))
   where business_id = business and client_id = any (clients);
end $$;
revoke all on function dialogues.forget(bigint, bigint[]) from public;
grant execute on function dialogues.forget(bigint, bigint[]) to ${app_role};
