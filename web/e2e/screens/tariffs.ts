import type { Screen } from "../seen";

export default [
  { name: "tariffs", path: "/admin/tariffs" },
  { name: "tariffs-edit", path: ({ tariff }) => `/admin/tariffs?open=${tariff}` },
] satisfies Screen[];
