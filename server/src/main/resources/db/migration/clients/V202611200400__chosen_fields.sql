-- A merge names the rule that made it («staff», «link», «scan.phone» …) and keeps what the standing card held in the fields where the merged card's value
-- was chosen; «filled» goes on naming the fields that were empty. Former values can name a person: clients.forget blanks them.
alter table clients.merge
  drop constraint merge_reason_check,
  add constraint merge_reason_check check (reason ~ '^[a-z]+(\.[a-z_]+)?$' and length(reason) <= 40),
  add column former jsonb;
create index merge_of_rule on clients.merge (business_id, reason, id desc);
