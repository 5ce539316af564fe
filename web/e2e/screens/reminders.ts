import type { Screen } from "../seen";

export default [
  { name: "reminders", path: "/admin/reminders" },
  { name: "reminders-rule", path: ({ reminder }) => `/admin/reminders?open=${reminder}` },
  { name: "reminders-log", path: "/admin/reminders?tab=log" },
] satisfies Screen[];
