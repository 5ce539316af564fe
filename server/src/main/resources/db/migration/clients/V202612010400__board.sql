-- What the board filters, counts and orders by stands on the row of the client, kept there by its owners through the door of clients: the place in the
-- column (pipeline), how many messages wait to be read (messaging), when the earliest open task is due (tasks; infinity for one without a time).
alter table clients.client
  add column board_place  text collate "C" check (length(board_place) between 1 and 1000),
  add column unread       int not null default 0,
  add column unread_total int not null default 0,
  add column task_due_at  timestamptz,
  add column step_at      timestamptz generated always as (least(task_due_at, next_contact_at)) stored;

-- Everything that the totals of the columns are reckoned from is in the index: they are read from it alone.
create index client_on_board on clients.client (business_id, stage_id, board_place, id)
  include (paid_total_minor, unread_total, step_at, assigned_to, source)
  where merged_into is null and deleted_at is null and erased_at is null and archived_at is null and stage_id is not null and board_place is not null;
create index task_open_of_client on clients.action (business_id, client_id, due_at, id) where type = 'task' and done_at is null;
