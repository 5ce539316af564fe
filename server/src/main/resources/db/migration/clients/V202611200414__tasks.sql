-- Tasks are actions with a time to be done by, somebody to do them, and the fact that they were done. Two more kinds of actions for the rules to go by.
alter table clients.action
  add column assigned_to bigint,
  add column done_by bigint,
  add constraint action_assigned_to_fkey foreign key (business_id, assigned_to) references businesses.staff;
alter table clients.action drop constraint action_type_check;
alter table clients.action add constraint action_type_check
  check (type in ('call', 'message', 'meeting', 'email', 'note', 'task', 'consultation', 'proposal'));
create index task_open on clients.action (business_id, due_at, id) where type = 'task' and done_at is null;
create index task_of_staff on clients.action (business_id, assigned_to, due_at, id) where type = 'task' and done_at is null;
create index task_done on clients.action (business_id, done_at, id) where type = 'task' and done_at is not null;
