import type { Screen } from "../screens";

export default [
  { name: "tasks", path: "/admin/tasks" },
  { name: "tasks-done", path: "/admin/tasks?state=done" },
] satisfies Screen[];
