import type { Screen } from "../screens";

export default [
  { name: "analytics", path: "/admin/analytics" },
  { name: "analytics-funnel", path: "/admin/analytics?tab=funnel" },
  { name: "analytics-revenue", path: "/admin/analytics?tab=revenue" },
  { name: "analytics-sources", path: "/admin/analytics?tab=sources" },
  { name: "analytics-sources-one", path: "/admin/analytics?tab=sources&only=telegram" },
  { name: "analytics-nps", path: "/admin/analytics?tab=nps&preset=year" },
] satisfies Screen[];
