-- What a client measured and how the weeks went. A correction is another row: the newest one of a measure holds, the former ones stay.
select platform.room('journal');

create table journal.entry (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  program_id  bigint,
  period      text not null check (period ~ '^(before|after|week_([1-9]|1[0-2]))$'),
  measured_on date not null,
  told        bigint not null default 0,
  created_at  timestamptz not null,
  primary key (business_id, id));
create unique index entry_of_period on journal.entry (business_id, client_id, coalesce(program_id, 0), period);
select platform.tenant_table('journal.entry');

-- kg for weight, cm for all else; null takes a figure away.
create table journal.figure (
  business_id bigint not null references businesses.business,
  id          bigserial,
  entry_id    bigint not null,
  measure     text not null check (measure in ('weight', 'chest', 'waist', 'lower_abdomen', 'glutes', 'right_thigh', 'left_thigh',
                                               'right_calf', 'left_calf', 'right_arm', 'left_arm')),
  value       numeric(5, 1) check (value between 5 and 400),
  source      text not null check (source in ('staff', 'bot')),
  by_user     bigint,
  at          timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, entry_id) references journal.entry);
create index figure_of_entry on journal.figure (business_id, entry_id, measure, id desc);
select platform.tenant_table('journal.figure', append_only => true);

create table journal.note (
  business_id bigint not null references businesses.business,
  id          bigserial,
  entry_id    bigint not null,
  body        text check (length(body) <= 2000),
  by_user     bigint,
  at          timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, entry_id) references journal.entry);
create index note_of_entry on journal.note (business_id, entry_id, id desc);
select platform.tenant_table('journal.note', append_only => true);

create table journal.photo (
  business_id bigint not null references businesses.business,
  id          bigserial,
  entry_id    bigint not null,
  view        text not null check (view in ('front', 'side', 'back')),
  mime_type   text not null check (mime_type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes       int not null check (bytes > 0),
  file        text not null,
  by_user     bigint,
  at          timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, entry_id) references journal.entry);
create index photo_of_entry on journal.photo (business_id, entry_id, id);
select platform.tenant_table('journal.photo');

-- How a week of a programme went. A second answer for the same week is another row, the newest holds.
create table journal.checkin (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  program_id  bigint not null,
  week        int not null check (week between 1 and 52),
  outcome     text not null check (outcome in ('done', 'skipped', 'hard', 'pain')),
  pattern     text,
  comment     text,
  source      text not null check (source in ('staff', 'bot')),
  by_user     bigint,
  at          timestamptz not null,
  primary key (business_id, id));
create index checkin_of_week on journal.checkin (business_id, program_id, week, id desc);
create index checkin_of_client on journal.checkin (business_id, client_id, id desc);
select platform.tenant_table('journal.checkin', append_only => true);

-- One question a programme; the score may be corrected by the client who gave it.
create table journal.nps (
  business_id bigint not null references businesses.business,
  id          bigserial,
  client_id   bigint not null,
  program_id  bigint not null,
  asked_at    timestamptz not null,
  score       int check (score between 0 and 10),
  comment     text,
  answered_at timestamptz,
  offered_at  timestamptz,
  primary key (business_id, id),
  check ((score is null) = (answered_at is null)));
create unique index nps_of_program on journal.nps (business_id, program_id);
create index nps_of_client on journal.nps (business_id, client_id, id desc);
create index nps_answered on journal.nps (business_id, answered_at desc, id desc) where answered_at is not null;
select platform.tenant_table('journal.nps');

create function journal.forget(business bigint, clients bigint[]) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  entries bigint[];
begin
  select coalesce(array_agg(id), '{}') into entries from journal.entry where business_id = business and client_id = any (clients);
  update journal.figure set value = null where business_id = business and entry_id = any (entries);
  update journal.note set body = null where business_id = business and entry_id = any (entries);
  delete from journal.photo where business_id = business and entry_id = any (entries);
  update journal.checkin set pattern = null, comment = null where business_id = business and client_id = any (clients);
  update journal.nps set comment = null where business_id = business and client_id = any (clients);
end $$;
revoke all on function journal.forget(bigint, bigint[]) from public;
grant execute on function journal.forget(bigint, bigint[]) to ${app_role};
