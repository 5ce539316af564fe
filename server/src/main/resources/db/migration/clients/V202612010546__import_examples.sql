-- Which lines the dry run shows as examples: numbers of lines and clients only. What stands in them is read from the sealed file when somebody looks.
alter table clients.import add column examples jsonb;
