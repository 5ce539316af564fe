import type { Screen } from "../screens";

export default [
  { name: "tariffs", path: "/admin/tariffs" },
  { name: "tariffs-edit", path: "/admin/tariffs?open=1" },
] satisfies Screen[];
