-- A row that belongs to a row of its business, such as a tag of a client, need not be checked against the business once more: each such check is a look-up
-- and a lock on the one row of the business, which all transactions of the business then share.
do $$
declare
  twice record;
begin
  for twice in
    select c.conrelid::regclass as tbl, c.conname as name
      from pg_constraint c
     where c.contype = 'f' and c.confrelid = 'businesses.business'::regclass
       and exists (select from pg_constraint o
                    where o.contype = 'f' and o.conrelid = c.conrelid and o.confrelid not in (c.confrelid, c.conrelid)
                      and o.conkey @> c.conkey
                      and not exists (select from unnest(o.conkey) as k
                                        join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k
                                       where not a.attnotnull))
  loop
    execute format('alter table %s drop constraint %I', twice.tbl, twice.name);
  end loop;
end $$;
