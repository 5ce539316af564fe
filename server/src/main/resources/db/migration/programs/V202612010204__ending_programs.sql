-- Which paid programmes run out soon is asked for each time a day begins at the desk.
create index program_begun on programs.program (business_id, starts_at) where paid and starts_at is not null;
