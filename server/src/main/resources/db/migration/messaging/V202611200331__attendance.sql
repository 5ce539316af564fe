-- Which staff user talks with the person; until that time the bot leaves ordinary words to them. Beside the conversation and not in it: staff who write
-- do not wait for an answer that is being made just now.
create table messaging.attendance (
  business_id     bigint not null,
  conversation_id bigint not null,
  staff_id        bigint not null,
  since           timestamptz not null,
  until           timestamptz not null,
  primary key (business_id, conversation_id),
  foreign key (business_id, conversation_id) references messaging.conversation);
select platform.tenant_table('messaging.attendance');
