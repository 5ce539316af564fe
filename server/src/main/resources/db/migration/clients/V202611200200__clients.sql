-- People as one business knows them. A merge moves no row: the merged card points at the one that stands for the person (merged_into), and stands_as
-- names the end of that chain, itself when there is none. What can name a person stands where clients.forget can blank it.
select platform.room('clients');

create table clients.client (
  business_id      bigint not null references businesses.business,
  id               bigserial,
  name             text not null check (length(name) <= 200),
  username         text check (length(username) <= 64),
  source           text not null check (length(source) <= 100),
  utm              jsonb not null default '{}',
  assigned_to      bigint,
  gender           text check (gender in ('male', 'female')),
  birth_date       date,
  age              int check (age between 14 and 90),
  experience       text check (length(experience) <= 40),
  goal             text check (length(goal) <= 40),
  height_cm        int check (height_cm between 120 and 230),
  weight_kg        numeric(4, 1) check (weight_kg between 35 and 250),
  lifestyle        text check (length(lifestyle) <= 40),
  days_per_week    int check (days_per_week between 2 and 6),
  location         text check (length(location) <= 40),
  equipment        text[] not null default '{}',
  limitations      text[] not null default '{}',
  limitations_text text check (length(limitations_text) <= 4096),
  custom           jsonb not null default '{}',
  notes            text check (length(notes) <= 20000),
  zone             text check (length(zone) <= 60),
  stage_id         bigint,
  paid_minor       bigint not null default 0,
  paid_total_minor bigint not null default 0,
  contacted_at     timestamptz,
  last_contact_at  timestamptz,
  next_contact_at  timestamptz,
  merged_into      bigint,
  stands_as        bigint not null,
  archived_at      timestamptz,
  version          int not null default 1,
  created_at       timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, assigned_to) references businesses.staff,
  foreign key (business_id, merged_into) references clients.client,
  foreign key (business_id, stands_as) references clients.client,
  check ((merged_into is null) = (stands_as = id)));
create index client_by_person on clients.client (business_id, stands_as);
create index client_by_age on clients.client (business_id, created_at, id) where merged_into is null;
create index client_by_name on clients.client (business_id, name collate platform.people, id) where merged_into is null;
create index client_by_stage on clients.client (business_id, stage_id, created_at, id) where merged_into is null;
create index client_by_staff on clients.client (business_id, assigned_to, created_at, id) where merged_into is null;
create index client_by_source on clients.client (business_id, source, created_at, id) where merged_into is null;
create index client_by_last_contact on clients.client (business_id, last_contact_at, id) where merged_into is null;
create index client_by_next_contact on clients.client (business_id, next_contact_at, id) where merged_into is null;
create index client_paid on clients.client (business_id, paid_total_minor, id) where merged_into is null and paid_total_minor <> 0;
create index client_archived on clients.client (business_id, created_at, id) where merged_into is null and archived_at is not null;
select platform.tenant_table('clients.client');

-- What a person is known by. Phones and e-mails are sealed and found by a keyed hash; ids of channels are plain. A verified one belongs to one client.
create table clients.identity (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  kind        text not null check (kind in ('TELEGRAM', 'SANDBOX', 'VK', 'PHONE', 'EMAIL', 'VISITOR')),
  hash        text not null,
  value       text check (length(value) <= 200),
  sealed      bytea,
  verified    boolean not null,
  reachable   boolean not null default true,
  created_at  timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client,
  check ((kind in ('PHONE', 'EMAIL')) = (value is null)),
  check ((value is null) = (sealed is not null)));
create unique index identity_verified on clients.identity (business_id, kind, hash) where verified;
create unique index identity_of_client on clients.identity (business_id, client_id, kind, hash);
create index identity_by_hash on clients.identity (business_id, hash);
select platform.tenant_table('clients.identity');

-- Keyed hashes of the last 4 to 10 digits of a phone: what people remember of a number.
create table clients.phone_tail (
  business_id bigint not null references businesses.business,
  hash        text not null,
  identity_id bigint not null,
  primary key (business_id, hash, identity_id),
  foreign key (business_id, identity_id) references clients.identity on delete cascade);
create index phone_tail_of_identity on clients.phone_tail (business_id, identity_id);
select platform.tenant_table('clients.phone_tail');

-- Words of name, nick and notes, lower case, without «ё»: an ordinary index finds them by their beginning under row-level security, a GIN index would not.
create table clients.word (
  business_id bigint not null references businesses.business,
  word        text collate "C" not null check (length(word) <= 60),
  client_id   bigint not null,
  primary key (business_id, word, client_id),
  foreign key (business_id, client_id) references clients.client);
create index word_of_client on clients.word (business_id, client_id);
select platform.tenant_table('clients.word');

create table clients.tag (
  business_id bigint not null references businesses.business,
  tag         text not null check (length(tag) between 1 and 50),
  client_id   bigint not null,
  primary key (business_id, tag, client_id),
  foreign key (business_id, client_id) references clients.client);
create index tag_of_client on clients.tag (business_id, client_id);
select platform.tenant_table('clients.tag');

-- Two cards that may be one person; a dismissed pair is not proposed again.
create table clients.suspicion (
  business_id  bigint not null references businesses.business,
  client_id    bigint not null,
  other_id     bigint not null,
  reason       text not null check (reason in ('phone', 'email')),
  at           timestamptz not null,
  dismissed_at timestamptz,
  primary key (business_id, client_id, other_id),
  foreign key (business_id, client_id) references clients.client,
  foreign key (business_id, other_id) references clients.client,
  check (client_id < other_id));
create index suspicion_of_other on clients.suspicion (business_id, other_id);
select platform.tenant_table('clients.suspicion');

-- «filled» names the empty fields of the standing card that the merged one filled, so that undo can take them back.
create table clients.merge (
  business_id   bigint not null references businesses.business,
  id            bigserial,
  standing      bigint not null,
  merged        bigint not null,
  reason        text not null check (reason in ('link', 'phone', 'email', 'staff')),
  filled        jsonb not null,
  at            timestamptz not null,
  by_user       bigint,
  undone_at     timestamptz,
  undone_by     bigint,
  primary key (business_id, id),
  foreign key (business_id, standing) references clients.client,
  foreign key (business_id, merged) references clients.client);
create unique index merge_in_force on clients.merge (business_id, merged) where undone_at is null;
create index merge_of_standing on clients.merge (business_id, standing);
select platform.tenant_table('clients.merge');

create table clients.lead (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  source      text not null check (length(source) <= 100),
  utm         jsonb not null default '{}',
  status      text not null check (status in ('new', 'contacted', 'qualified', 'converted', 'lost')),
  notes       text check (length(notes) <= 4096),
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client);
create index lead_by_age on clients.lead (business_id, created_at, id);
create index lead_by_status on clients.lead (business_id, status, created_at, id);
create index lead_of_client on clients.lead (business_id, client_id, created_at, id);
select platform.tenant_table('clients.lead');

create table clients.consent (
  business_id  bigint not null references businesses.business,
  id           bigserial,
  client_id    bigint not null,
  purpose      text not null check (purpose in ('PROCESSING', 'MARKETING')),
  given        boolean not null,
  text_version text not null check (length(text_version) <= 100),
  text_sha256  text not null check (length(text_sha256) = 64),
  through      text not null check (length(through) <= 40),
  at           timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client);
create index consent_of_client on clients.consent (business_id, client_id, purpose, at, id);
select platform.tenant_table('clients.consent', append_only => true);

create table clients.bot_link (
  business_id bigint not null references businesses.business,
  code_hash   text not null,
  client_id   bigint not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (business_id, code_hash),
  foreign key (business_id, client_id) references clients.client);
select platform.tenant_table('clients.bot_link');

create table clients.timeline (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  kind        text not null check (length(kind) <= 60),
  key         text not null check (length(key) <= 200),
  at          timestamptz not null,
  facts       jsonb not null,
  text        text,
  by_user     bigint,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client);
create unique index timeline_fact on clients.timeline (business_id, kind, key);
create index timeline_of_client on clients.timeline (business_id, client_id, at, id);
select platform.tenant_table('clients.timeline', append_only => true);

create table clients.action (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  type        text not null check (type in ('call', 'message', 'meeting', 'email', 'note', 'task')),
  text        text check (length(text) <= 4096),
  at          timestamptz not null,
  due_at      timestamptz,
  done_at     timestamptz,
  by_user     bigint,
  created_at  timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client);
create index action_by_age on clients.action (business_id, at, id);
create index action_of_client on clients.action (business_id, client_id, at, id);
select platform.tenant_table('clients.action');

-- Contacts that happened outside our channels and were noted by hand; messages of our own channels stand in messaging.
create table clients.contact (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  channel     text not null check (length(channel) <= 40),
  direction   text not null check (direction in ('in', 'out')),
  text        text check (length(text) <= 4096),
  at          timestamptz not null,
  by_user     bigint,
  created_at  timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client);
create index contact_by_age on clients.contact (business_id, at, id);
create index contact_of_client on clients.contact (business_id, client_id, at, id);
select platform.tenant_table('clients.contact');

-- The one way to change what is append-only: texts that can name a person become null. Runs as the owner, yet under the row-level security of the
-- caller's business.
create function clients.forget(business bigint, client bigint) returns void
  language sql security definer set search_path = '' as $$
  update clients.timeline set text = null where business_id = business and client_id = client;
$$;
revoke all on function clients.forget(bigint, bigint) from public;
grant execute on function clients.forget(bigint, bigint) to ${app_role};
