-- Pages of other sites that may talk to the open endpoints of a business from a browser. A preflight names no business, hence no row-level
-- security here; the rows tell nothing that the pages themselves do not.
create table businesses.web_origin (
  business_id bigint not null references businesses.business,
  origin      text not null check (length(origin) <= 270 and origin ~ '^https?://[a-z0-9.:\[\]-]+$'),
  primary key (business_id, origin));
create index web_origin_listed on businesses.web_origin (origin);
grant select, insert, delete on businesses.web_origin to ${app_role};
