import type { Screen } from "../screens";

export default [
  { name: "promocodes", path: "/admin/promocodes" },
  { name: "promocodes-edit", path: "/admin/promocodes?open=1" },
] satisfies Screen[];
