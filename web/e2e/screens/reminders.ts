import type { Screen } from "../screens";

export default [
  { name: "reminders", path: "/admin/reminders" },
  { name: "reminders-rule", path: "/admin/reminders?open=1" },
  { name: "reminders-log", path: "/admin/reminders?tab=log" },
] satisfies Screen[];
