import type { Screen } from "../screens";

export default [
  { name: "promocodes", path: "/admin/promocodes" },
  { name: "promocodes-new", path: "/admin/promocodes?open=new" },
  { name: "promocodes-edit", path: ({ promocode }) => `/admin/promocodes?open=${promocode}` },
] satisfies Screen[];
