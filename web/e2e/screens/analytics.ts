import type { Screen } from "../screens";

export default [
  { name: "analytics-overview", path: "/admin/analytics?tab=overview" },
  { name: "analytics-funnel", path: "/admin/analytics?tab=funnel" },
  { name: "analytics-revenue", path: "/admin/analytics?tab=revenue" },
  { name: "analytics-sources", path: "/admin/analytics?tab=sources" },
  { name: "analytics-tariffs", path: "/admin/analytics?tab=tariffs" },
  { name: "analytics-questionnaire", path: "/admin/analytics?tab=questionnaire" },
  { name: "analytics-retention", path: "/admin/analytics?tab=retention" },
  { name: "analytics-nps", path: "/admin/analytics?tab=nps" },
  { name: "analytics-visitors", path: "/admin/analytics?tab=visitors" },
  { name: "analytics-unit-economics", path: "/admin/analytics?tab=unit-economics" },
] satisfies Screen[];
