-- A stage has one of ten hues and, if the owner wants, a norm: after so many days a card asks for attention.
alter table pipeline.stage
  add column hue text not null default 'gray'
    check (hue in ('gray', 'blue', 'violet', 'pink', 'red', 'orange', 'amber', 'green', 'teal', 'cyan')),
  add column norm_days int check (norm_days between 1 and 365);

-- Row-level security is forced upon the owner too; for what stands in the tables already it steps aside within this transaction.
alter table pipeline.stage no force row level security;
update pipeline.stage set hue = case colour
  when '#4f8ef7' then 'blue' when '#7c6cf2' then 'violet' when '#f2a33c' then 'amber' when '#2fb380' then 'green'
  when '#1d9bb8' then 'cyan' when '#6b7a90' then 'teal' when '#a9b1bd' then 'red' else 'gray' end;
alter table pipeline.stage force row level security;

alter table clients.client no force row level security;
alter table clients.action no force row level security;
alter table pipeline.card no force row level security;
alter table messaging.conversation no force row level security;
alter table messaging.message no force row level security;
update clients.client c set board_place = k.position
  from pipeline.card k where k.business_id = c.business_id and k.client_id = c.id;
update clients.client c set task_due_at = t.due
  from (select p.business_id, p.stands_as, min(coalesce(a.due_at, 'infinity')) as due
          from clients.action a
          join clients.client p on p.business_id = a.business_id and p.id = a.client_id
         where a.type = 'task' and a.done_at is null group by p.business_id, p.stands_as) t
 where t.business_id = c.business_id and t.stands_as = c.id;
update clients.client c set unread = u.waiting
  from (select v.business_id, v.client_id, count(*) as waiting
          from messaging.conversation v
          join messaging.message m on m.business_id = v.business_id and m.conversation_id = v.id and m.id > v.read_up_to
         where v.client_id is not null and m.direction = 'in' and m.author = 'client' and m.kind not in ('press', 'command')
         group by v.business_id, v.client_id) u
 where u.business_id = c.business_id and u.client_id = c.id;
update clients.client c set unread_total = u.waiting
  from (select business_id, stands_as, sum(unread) as waiting from clients.client where unread > 0 group by business_id, stands_as) u
 where u.business_id = c.business_id and u.stands_as = c.id;
alter table clients.client force row level security;
alter table clients.action force row level security;
alter table pipeline.card force row level security;
alter table messaging.conversation force row level security;
alter table messaging.message force row level security;
