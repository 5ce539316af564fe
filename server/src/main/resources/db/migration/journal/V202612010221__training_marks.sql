-- What a client marks in the cabinet while training. One row a set: the latest mark by the client's own clock holds, whatever comes late or twice.
alter table journal.figure drop constraint figure_source_check;
alter table journal.figure add constraint figure_source_check check (source in ('staff', 'bot', 'cabinet'));
alter table journal.checkin drop constraint checkin_source_check;
alter table journal.checkin add constraint checkin_source_check check (source in ('staff', 'bot', 'cabinet'));

create table journal.mark (
  business_id bigint not null references businesses.business,
  program_id  bigint not null,
  week        int not null check (week between 1 and 52),
  day         int not null check (day between 1 and 14),
  place       int not null check (place between 1 and 60),
  set_number  int not null check (set_number between 1 and 30),
  exercise    text not null check (length(exercise) between 1 and 200),
  client_id   bigint not null,
  done        boolean not null,
  weight      numeric(5, 2) check (weight between 0 and 500),
  reps        int check (reps between 0 and 1000),
  key         text not null check (length(key) between 1 and 40),
  made_at     timestamptz not null,
  written_at  timestamptz not null,
  primary key (business_id, program_id, week, day, place, set_number, exercise));
create index mark_of_client on journal.mark (business_id, client_id);
select platform.tenant_table('journal.mark');
