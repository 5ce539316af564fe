-- Ways into the cabinet of a client: links that open once, sessions of devices, and letters that were asked for.
create table site.cabinet_link (
  business_id bigint not null references businesses.business,
  token_hash  text not null check (length(token_hash) = 64),
  client_id   bigint not null,
  through     text not null check (through in ('bot', 'email')),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (business_id, token_hash),
  foreign key (business_id, client_id) references clients.client);
create index cabinet_link_of_client on site.cabinet_link (business_id, client_id, created_at);
select platform.tenant_table('site.cabinet_link');

create table site.cabinet_session (
  business_id bigint not null references businesses.business,
  token_hash  text not null check (length(token_hash) = 64),
  client_id   bigint not null,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  expires_at  timestamptz not null,
  primary key (business_id, token_hash),
  foreign key (business_id, client_id) references clients.client);
create index cabinet_session_of_client on site.cabinet_session (business_id, client_id);
select platform.tenant_table('site.cabinet_session');

-- An address that somebody typed, whosever it is: sealed, and gone as soon as it was looked up.
create table site.cabinet_wish (
  business_id bigint not null references businesses.business,
  id          bigserial,
  sealed      bytea not null,
  created_at  timestamptz not null,
  primary key (business_id, id));
select platform.tenant_table('site.cabinet_wish');
