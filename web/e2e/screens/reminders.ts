import type { Screen } from "../screens";

export default [
  { name: "reminders", path: "/admin/reminders" },
  { name: "reminders-new", path: "/admin/reminders?open=new" },
  { name: "reminders-rule", path: ({ rule }) => `/admin/reminders?open=${rule}` },
  { name: "reminders-log", path: "/admin/reminders?tab=log" },
] satisfies Screen[];
