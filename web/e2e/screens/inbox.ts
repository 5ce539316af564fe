import type { Screen } from "../screens";

export default [
  { name: "inbox", path: "/admin/inbox" },
  { name: "inbox-thread", path: "/admin/inbox?open=1" },
  { name: "inbox-templates", path: "/admin/inbox/templates" },
  { name: "inbox-template-new", path: "/admin/inbox/templates?open=new" },
  { name: "today", path: "/admin/today" },
  {
    name: "tour",
    path: "/admin/today",
    before: async (page) => page.getByRole("button", { name: /^(Показать|Show me)$/ }).click(),
  },
] satisfies Screen[];
