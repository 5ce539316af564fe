import type { Screen } from "../screens";

export default [
  { name: "inbox", path: "/admin/inbox" },
  { name: "inbox-thread", path: ({ conversation }) => `/admin/inbox?open=${conversation}` },
  { name: "inbox-no-results", path: "/admin/inbox?q=такогонетнигде" },
  { name: "today", path: "/admin/today" },
] satisfies Screen[];
