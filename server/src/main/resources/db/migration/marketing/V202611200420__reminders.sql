-- Reminders: rules with their versions, what was heard of clients, and what was decided: each step of a rule once an occasion.
select platform.room('marketing');

create table marketing.rule (
  business_id bigint not null references businesses.business,
  id          bigserial,
  code        text check (length(code) <= 40),
  rank        int not null,
  version     int not null default 1 check (version > 0),
  active      boolean not null,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  primary key (business_id, id));
create unique index rule_of_code on marketing.rule (business_id, code) where code is not null;
select platform.tenant_table('marketing.rule');

create table marketing.rule_version (
  business_id bigint not null,
  rule_id     bigint not null,
  version     int not null check (version > 0),
  definition  jsonb not null,
  at          timestamptz not null,
  by_user     bigint,
  primary key (business_id, rule_id, version),
  foreign key (business_id, rule_id) references marketing.rule);
select platform.tenant_table('marketing.rule_version', append_only => true);

-- What rules count from and what ends them. A fact keeps the client it happened to; a merge moves no row.
create table marketing.fact (
  business_id bigint not null references businesses.business,
  id          bigserial,
  kind        text not null check (length(kind) between 1 and 40),
  key         text not null check (length(key) between 1 and 100),
  client_id   bigint not null,
  at          timestamptz not null,
  until       timestamptz,
  primary key (business_id, kind, key),
  foreign key (business_id, client_id) references clients.client);
create index fact_of_client on marketing.fact (business_id, client_id);
create index fact_by_time on marketing.fact (business_id, kind, at, client_id);
select platform.tenant_table('marketing.fact', append_only => true);

-- What was decided: a step of a rule for one occasion, once and for all.
create table marketing.reminder (
  business_id  bigint not null,
  id           bigserial,
  client_id    bigint not null,
  rule_id      bigint not null,
  rule_version int not null,
  occasion     text not null check (length(occasion) between 1 and 100),
  step         int not null check (step > 0),
  state        text not null check (state in ('queued', 'sent', 'skipped', 'cancelled', 'failed', 'unknown')),
  reason       text check (length(reason) <= 40),
  channel      text check (channel in ('messenger', 'email')),
  message_id   bigint,
  at           timestamptz not null,
  finished_at  timestamptz,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client,
  foreign key (business_id, rule_id, rule_version) references marketing.rule_version (business_id, rule_id, version));
create unique index reminder_once on marketing.reminder (business_id, rule_id, occasion, step);
create index reminder_of_client on marketing.reminder (business_id, client_id, at);
create index reminder_of_rule on marketing.reminder (business_id, rule_id, id);
create index reminder_of_state on marketing.reminder (business_id, state, id);
select platform.tenant_table('marketing.reminder');

-- The public name of a person's way out of our letters.
create table marketing.way_out (
  business_id bigint not null references businesses.business,
  client_id   bigint not null,
  name        text not null check (length(name) <= 40),
  made_at     timestamptz not null,
  primary key (business_id, client_id),
  foreign key (business_id, client_id) references clients.client);
create unique index way_out_named on marketing.way_out (business_id, name);
select platform.tenant_table('marketing.way_out');

-- Businesses that stand already get their rules as due work, each inside its own tenant.
insert into platform.due (kind, business_id, ref, due_at, created_at)
select 'marketing.lay-out', id, 'rules', now(), now() from businesses.business
on conflict do nothing;

-- These two kinds of reminders are rules now.
delete from platform.due where kind in ('dialogues.paid-reminder', 'programs.offer');
