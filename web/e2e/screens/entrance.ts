import type { Screen } from "../screens";

export default [
  { name: "signin", path: "/admin/signin", as: "nobody" },
  { name: "forgot", path: "/admin/forgot", as: "nobody" },
  { name: "password", path: "/admin/password#a-token", as: "nobody" },
  { name: "invitation-gone", path: "/admin/invitation#a-token", as: "nobody" },
] satisfies Screen[];
