import type { Screen } from "../screens";

export default [
  { name: "tariffs", path: "/admin/tariffs" },
  { name: "tariffs-new", path: "/admin/tariffs?open=new" },
  { name: "tariffs-edit", path: ({ tariff }) => `/admin/tariffs?open=${tariff}` },
] satisfies Screen[];
