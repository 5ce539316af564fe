-- How far Long Poll of a community of VK has come, where no address of ours can be called. The key opens the events of the community for an hour.
create table messaging.vk_poll (
  business_id bigint not null references businesses.business,
  group_id    text not null check (length(group_id) <= 20),
  server      text check (length(server) <= 500),
  sealed_key  bytea,
  ts          text check (length(ts) <= 40),
  broken      text check (length(broken) <= 300),
  primary key (business_id, group_id));
select platform.tenant_table('messaging.vk_poll');
