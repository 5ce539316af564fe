-- One payment is one attempt to pay for one tariff. What was bought is copied into it: the tariff may change later.
select platform.room('payments');

create table payments.payment (
  business_id      bigint not null references businesses.business,
  id               bigserial,
  public_id        text not null check (length(public_id) between 20 and 40),
  client_id        bigint not null,
  conversation_id  bigint,
  tariff_id        bigint not null,
  title            text not null,
  programme_weeks  int not null,
  provider         text not null check (provider in ('yookassa', 'tbank', 'manual', 'sandbox')),
  test             boolean not null,
  source           text not null check (source in ('site', 'bot', 'staff')),
  state            text not null check (state in
                     ('pending', 'waiting_for_capture', 'completed', 'canceled', 'refunded', 'partially_refunded', 'problem')),
  problem          text check (problem in ('amount_mismatch', 'provider_unknown')),
  price_minor      bigint not null check (price_minor > 0),
  discount_minor   bigint not null check (discount_minor >= 0),
  amount_minor     bigint not null check (amount_minor > 0),
  refunded_minor   bigint not null default 0 check (refunded_minor between 0 and amount_minor),
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  promo_code       text,
  receipt_contact  bytea,
  return_url       text not null,
  provider_id      text,
  confirmation_url text,
  attempts         int not null default 0,
  asked_at         timestamptz,
  decline          text,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  completed_at     timestamptz,
  completed_via    text check (completed_via in ('webhook', 'poll', 'manual', 'bot')),
  completed_by     bigint,
  proven_at        timestamptz,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client,
  foreign key (business_id, tariff_id) references catalog.tariff,
  check (amount_minor = price_minor - discount_minor),
  check ((state = 'problem') = (problem is not null)),
  check ((state in ('completed', 'refunded', 'partially_refunded')) = (completed_at is not null)));
create unique index payment_public on payments.payment (business_id, public_id);
create unique index payment_at_provider on payments.payment (business_id, provider, provider_id) where provider_id is not null;
create index payment_newest on payments.payment (business_id, created_at desc, id desc);
create index payment_of_state on payments.payment (business_id, state, created_at desc, id desc);
create index payment_of_client on payments.payment (business_id, client_id, created_at desc, id desc);
create index payment_in_chat on payments.payment (business_id, conversation_id, tariff_id, id) where state = 'pending';
select platform.tenant_table('payments.payment');

-- What was said about a payment and what it did: moves, and what did not fit. Old and repeated news are not kept.
create table payments.payment_event (
  business_id bigint not null references businesses.business,
  id          bigserial,
  payment_id  bigint not null,
  at          timestamptz not null,
  event       text not null,
  source      text not null check (source in ('create', 'webhook', 'poll', 'staff', 'bot')),
  outcome     text not null check (outcome in ('moved', 'held', 'unfit', 'disbelieved')),
  state       text not null,
  by_user     bigint,
  facts       jsonb not null,
  primary key (business_id, id),
  foreign key (business_id, payment_id) references payments.payment);
create index payment_event_of on payments.payment_event (business_id, payment_id, id);
select platform.tenant_table('payments.payment_event', append_only => true);

create table payments.refund (
  business_id  bigint not null references businesses.business,
  id           bigserial,
  public_id    text not null,
  payment_id   bigint not null,
  before_minor bigint not null check (before_minor >= 0),
  amount_minor bigint not null check (amount_minor > 0),
  currency     text not null,
  state        text not null check (state in ('requested', 'pending', 'refunded', 'refused')),
  by_hand      boolean not null,
  reason       text,
  provider_id  text,
  code         text,
  requested_by bigint,
  created_at   timestamptz not null,
  settled_at   timestamptz,
  primary key (business_id, id),
  foreign key (business_id, payment_id) references payments.payment);
create unique index refund_public on payments.refund (business_id, public_id);
create index refund_of on payments.refund (business_id, payment_id, id);
select platform.tenant_table('payments.refund');

-- The books of the toy till: what a real provider would keep on its side.
create table payments.sandbox_order (
  business_id    bigint not null references businesses.business,
  order_id       text not null,
  amount_minor   bigint not null,
  paid_minor     bigint not null default 0,
  refunded_minor bigint not null default 0,
  currency       text not null,
  state          text not null check (state in ('pending', 'paid', 'canceled')),
  expires_at     timestamptz not null,
  primary key (business_id, order_id));
select platform.tenant_table('payments.sandbox_order');

create table payments.sandbox_refund (
  business_id  bigint not null references businesses.business,
  refund_id    text not null,
  order_id     text not null,
  amount_minor bigint not null,
  primary key (business_id, refund_id),
  foreign key (business_id, order_id) references payments.sandbox_order);
select platform.tenant_table('payments.sandbox_refund', append_only => true);
