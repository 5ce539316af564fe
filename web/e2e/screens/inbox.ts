import type { Screen } from "../screens";

export default [
  { name: "inbox", path: "/admin/inbox" },
  { name: "inbox-thread", path: "/admin/inbox?open=1" },
  { name: "today", path: "/admin/today" },
] satisfies Screen[];
