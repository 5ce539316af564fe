import type { Screen } from "../screens";

export default [
  { name: "payments", path: "/admin/payments" },
  { name: "payments-open", path: ({ payment }) => `/admin/payments?open=${payment}` },
  { name: "payments-new", path: "/admin/payments?new=1" },
] satisfies Screen[];
