alter table businesses.api_key
  -- The beginning of the key, to tell keys apart; what follows has still more than 100 random bits.
  add column prefix       text,
  add column expires_at   timestamptz,
  -- The day in UTC: enough to see what is unused, without a write for every request.
  add column last_used_on date;
