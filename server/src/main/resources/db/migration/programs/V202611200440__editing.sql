-- Why a version was made, and the plan that follows what the client says of a week.
alter table programs.version add column reason text check (length(reason) <= 2000);
alter table programs.version drop constraint version_cause_check;
alter table programs.version add constraint version_cause_check
  check (cause in ('made', 'remade', 'edited', 'restored', 'assigned', 'reassigned', 'adapted'));

-- One row a reported week: what the rules made of it. The change is made of base_version's content while over_version is the newest one (they differ when an
-- earlier answer for the same week is taken back), of the newest one otherwise; version is what came of it.
create table programs.adaptation (
  business_id  bigint not null references businesses.business,
  id           bigserial,
  program_id   bigint not null,
  week         int not null check (week between 1 and 52),
  outcome      text not null check (outcome in ('done', 'skipped', 'hard', 'pain')),
  pattern      text,
  state        text not null check (state in ('nothing', 'proposed', 'due', 'applied', 'declined')),
  from_week    int not null,
  base_version int not null,
  over_version int not null,
  version      int,
  reasons      jsonb,
  reported_at  timestamptz not null,
  decided_at   timestamptz,
  decided_by   bigint,
  primary key (business_id, id),
  foreign key (business_id, program_id) references programs.program);
create unique index adaptation_of_week on programs.adaptation (business_id, program_id, week);
select platform.tenant_table('programs.adaptation');

create or replace function programs.forget(business bigint, clients bigint[]) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  update programs.version set content = null, file = null, reason = null
   where business_id = business
     and program_id in (select id from programs.program where business_id = business and client_id = any (clients));
  update programs.adaptation set pattern = null, reasons = null
   where business_id = business
     and program_id in (select id from programs.program where business_id = business and client_id = any (clients));
  update programs.program set explanation = null where business_id = business and client_id = any (clients);
end $$;
