-- What a business has set for its site: the sections that it changed, one row a business; the rest comes from the defaults of the code.
do $$
begin
  if not exists (select from pg_namespace where nspname = 'site') then
    perform platform.room('site');
  end if;
end $$;

create table site.website (
  business_id bigint not null references businesses.business,
  version     bigint not null check (version > 0),
  sections    jsonb not null,
  changed_at  timestamptz not null,
  primary key (business_id));
select platform.tenant_table('site.website');
