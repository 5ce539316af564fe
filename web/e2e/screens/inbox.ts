import type { Screen } from "../screens";

export default [
  { name: "inbox", path: "/admin/inbox" },
  { name: "inbox-thread", path: ({ conversation }) => `/admin/inbox?open=${conversation}` },
  { name: "inbox-no-results", path: "/admin/inbox?q=такогонетнигде" },
  { name: "inbox-templates", path: "/admin/inbox/templates" },
  { name: "inbox-template-new", path: "/admin/inbox/templates?open=new" },
] satisfies Screen[];
