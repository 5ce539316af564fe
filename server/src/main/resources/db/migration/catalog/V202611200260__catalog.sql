-- What is on sale, and the codes that make it cheaper. A use of a code is reserved when a payment is made and consumed when it completes.
select platform.room('catalog');

create table catalog.tariff (
  business_id     bigint not null references businesses.business,
  id              bigserial,
  title           text not null check (length(title) between 1 and 200),
  description     text not null check (length(description) <= 4000),
  price_minor     bigint not null check (price_minor >= 100),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  months          int not null check (months between 0 and 60),
  contains        text[] not null,
  programme_weeks int not null check (programme_weeks in (0, 4, 12)),
  template_family text check (length(template_family) between 1 and 60),
  position        int not null check (position >= 0),
  active          boolean not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  primary key (business_id, id));
create index tariff_shown on catalog.tariff (business_id, position, id);
select platform.tenant_table('catalog.tariff');

create table catalog.promo_code (
  business_id         bigint not null references businesses.business,
  id                  bigserial,
  code                text not null check (length(code) between 1 and 50),
  percent             int check (percent between 1 and 100),
  fixed_minor         bigint check (fixed_minor > 0),
  fixed_currency      text check (fixed_currency ~ '^[A-Z]{3}$'),
  valid_from          timestamptz,
  valid_to            timestamptz,
  max_uses            int check (max_uses > 0),
  max_uses_per_client int check (max_uses_per_client > 0),
  tariffs             bigint[] not null,
  first_purchase_only boolean not null,
  active              boolean not null,
  created_at          timestamptz not null,
  changed_at          timestamptz not null,
  primary key (business_id, id),
  check ((percent is null) <> (fixed_minor is null)),
  check ((fixed_minor is null) = (fixed_currency is null)),
  check (valid_from < valid_to));
create unique index promo_code_spelling on catalog.promo_code (business_id, code);
select platform.tenant_table('catalog.promo_code');

-- One purchase with one code; ref is what the room of payments calls the purchase.
create table catalog.promo_use (
  business_id bigint not null references businesses.business,
  ref         text not null check (length(ref) between 1 and 60),
  promo_id    bigint not null,
  client_id   bigint not null,
  state       text not null check (state in ('reserved', 'consumed', 'released')),
  over_limit  boolean not null default false,
  reserved_at timestamptz not null,
  settled_at  timestamptz,
  primary key (business_id, ref),
  foreign key (business_id, promo_id) references catalog.promo_code);
create index promo_use_of_code on catalog.promo_use (business_id, promo_id, reserved_at desc, ref desc);
create index promo_use_of_client on catalog.promo_use (business_id, promo_id, client_id);
select platform.tenant_table('catalog.promo_use');
