-- People see where they are signed in, and a login has an e-mail to mend a forgotten password with. Both belong to the login, which may be the platform's.
alter table businesses.session
  add column address text check (length(address) <= 60),
  add column agent   text check (length(agent) <= 200),
  add column seen_at timestamptz;
update businesses.session set seen_at = created_at;
alter table businesses.session alter column seen_at set not null;

-- Not unique: one person may work in two businesses.
alter table businesses.login
  add column sealed_email bytea,
  add column email_hash   text,
  add constraint login_email_whole check ((sealed_email is null) = (email_hash is null));
create index login_email on businesses.login (email_hash) where email_hash is not null;
create unique index login_of_user on businesses.login (business_id, user_id) where business_id is not null;
