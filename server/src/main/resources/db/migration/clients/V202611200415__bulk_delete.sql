-- Bulk work may put clients into the trash too.
alter table clients.bulk drop constraint bulk_deed_check;
alter table clients.bulk add constraint bulk_deed_check
  check (deed in ('move', 'tag', 'untag', 'assign', 'archive', 'unarchive', 'delete'));
