import type { Screen } from "../seen";

export default [
  { name: "promocodes", path: "/admin/promocodes" },
  { name: "promocodes-edit", path: ({ promocode }) => `/admin/promocodes?open=${promocode}` },
] satisfies Screen[];
