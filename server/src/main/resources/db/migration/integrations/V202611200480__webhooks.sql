-- Outgoing webhooks: who is told what, what there was to tell, each delivery and each try. Bodies carry ids and facts, nothing that names a person.
select platform.room('integrations');

create table integrations.webhook (
  business_id   bigint not null references businesses.business,
  id            bigserial,
  url           text not null check (length(url) <= 2000),
  kinds         text[] not null check (cardinality(kinds) between 1 and 50),
  description   text not null check (length(description) <= 200),
  secret        bytea not null,
  state         text not null check (state in ('on', 'off', 'failing', 'gone')),
  failing_since timestamptz,
  created_at    timestamptz not null,
  primary key (business_id, id));
select platform.tenant_table('integrations.webhook');

-- The body is kept as it was signed first: the same event is the same bytes and the same id, however often it is sent.
create table integrations.event (
  business_id bigint not null references businesses.business,
  id          bigserial,
  public_id   text not null check (length(public_id) between 20 and 60),
  kind        text not null check (length(kind) <= 40),
  body        text not null,
  at          timestamptz not null,
  primary key (business_id, id));
create index event_by_age on integrations.event (business_id, at, id);
select platform.tenant_table('integrations.event');

create table integrations.delivery (
  business_id bigint not null references businesses.business,
  id          bigserial,
  webhook_id  bigint not null,
  event_id    bigint not null,
  state       text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts    int not null default 0,
  next_at     timestamptz,
  created_at  timestamptz not null,
  finished_at timestamptz,
  primary key (business_id, id),
  foreign key (business_id, webhook_id) references integrations.webhook on delete cascade,
  foreign key (business_id, event_id) references integrations.event on delete cascade);
create index delivery_of_webhook on integrations.delivery (business_id, webhook_id, id desc);
create index delivery_of_event on integrations.delivery (business_id, event_id);
select platform.tenant_table('integrations.delivery');

create table integrations.attempt (
  business_id bigint not null references businesses.business,
  id          bigserial,
  delivery_id bigint not null,
  at          timestamptz not null,
  outcome     text not null check (length(outcome) <= 40),
  status      int,
  took_ms     int not null,
  primary key (business_id, id),
  foreign key (business_id, delivery_id) references integrations.delivery on delete cascade);
create index attempt_of_delivery on integrations.attempt (business_id, delivery_id, id);
select platform.tenant_table('integrations.attempt');
