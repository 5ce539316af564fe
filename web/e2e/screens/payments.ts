import type { Screen } from "../seen";

export default [
  { name: "payments", path: "/admin/payments" },
  { name: "payments-one", path: ({ payment }) => `/admin/payments?open=${payment}` },
  { name: "payments-new", path: "/admin/payments?new=1" },
] satisfies Screen[];
