-- A merge may take the standing card out of its column. Undone, the card goes back to the very place it had, as if it had never left.
alter table pipeline.move
  add column from_place text collate "C" check (length(from_place) between 1 and 1000),
  add column from_since timestamptz,
  add constraint move_place_whole check ((from_place is null) = (from_since is null));
