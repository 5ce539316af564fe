-- The funnel. Where a client stands is a column of clients.client, kept there by this room through the door of clients; here are the stages, the moves
-- (append-only), the facts that were already reckoned with, and the place of each card on the board.
select platform.room('pipeline');

-- A removed stage stays for the history.
create table pipeline.stage (
  business_id bigint not null references businesses.business,
  id          bigserial,
  name        text not null check (length(name) between 1 and 100),
  role        text not null default ''
              check (role in ('', 'first_contact', 'consultation', 'deciding', 'purchased', 'active', 'finished', 'inactive')),
  description text not null default '' check (length(description) <= 1000),
  colour      text not null check (colour ~ '^#[0-9a-f]{6}$'),
  rank        int not null,
  created_at  timestamptz not null,
  removed_at  timestamptz,
  primary key (business_id, id));
select platform.tenant_table('pipeline.stage');

-- «fact» names what caused the move: the same fact moves nobody twice.
create table pipeline.move (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  from_stage  bigint,
  to_stage    bigint not null,
  moved_at    timestamptz not null,
  moved_by    bigint,
  cause       text not null check (length(cause) between 1 and 40),
  fact        text not null check (length(fact) <= 100),
  notes       text check (length(notes) <= 4096),
  cycle       int not null check (cycle >= 1),
  undoes      bigint,
  primary key (business_id, id),
  foreign key (business_id, client_id) references clients.client,
  foreign key (business_id, from_stage) references pipeline.stage,
  foreign key (business_id, to_stage) references pipeline.stage,
  foreign key (business_id, undoes) references pipeline.move);
create unique index move_of_fact on pipeline.move (business_id, fact);
create unique index move_undone on pipeline.move (business_id, undoes) where undoes is not null;
create index move_of_client on pipeline.move (business_id, client_id, id);
create index move_by_time on pipeline.move (business_id, moved_at, client_id);
select platform.tenant_table('pipeline.move', append_only => true);

-- What was heard from other rooms, whether it moved anybody or not. Purchases and the end of the running programme are reckoned from these rows, so that
-- merges and their undoing need no bookkeeping.
create table pipeline.fact (
  business_id bigint not null references businesses.business,
  key         text not null check (length(key) <= 100),
  client_id   bigint not null,
  kind        text not null check (length(kind) <= 40),
  at          timestamptz not null,
  until       timestamptz,
  primary key (business_id, key),
  foreign key (business_id, client_id) references clients.client);
create index fact_of_client on pipeline.fact (business_id, client_id, kind);
select platform.tenant_table('pipeline.fact', append_only => true);

-- A card on the board: a fractional index within its stage, compared byte by byte.
create table pipeline.card (
  business_id bigint not null references businesses.business,
  client_id   bigint not null,
  stage_id    bigint not null,
  position    text collate "C" not null check (length(position) between 1 and 1000),
  since       timestamptz not null,
  hidden      boolean not null default false,
  primary key (business_id, client_id),
  foreign key (business_id, client_id) references clients.client,
  foreign key (business_id, stage_id) references pipeline.stage);
create index card_of_stage on pipeline.card (business_id, stage_id, position, client_id) where not hidden;
select platform.tenant_table('pipeline.card');

create function pipeline.forget(business bigint, client bigint) returns void
  language sql security definer set search_path = '' as $$
  update pipeline.move set notes = null where business_id = business and client_id = client;
$$;
revoke all on function pipeline.forget(bigint, bigint) from public;
grant execute on function pipeline.forget(bigint, bigint) to ${app_role};
