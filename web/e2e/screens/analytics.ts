import type { Screen } from "../seen";

export default [
  { name: "analytics", path: "/admin/analytics" },
  { name: "analytics-funnel", path: "/admin/analytics?tab=funnel" },
  { name: "analytics-revenue", path: "/admin/analytics?tab=revenue" },
  { name: "analytics-sources", path: "/admin/analytics?tab=sources" },
] satisfies Screen[];
