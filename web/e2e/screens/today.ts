import type { Screen } from "../screens";

export default [
  { name: "today", path: "/admin/today" },
  {
    name: "tour",
    path: "/admin/today",
    before: async (page) => page.getByRole("button", { name: /^(Показать|Show me)$/ }).click(),
  },
] satisfies Screen[];
