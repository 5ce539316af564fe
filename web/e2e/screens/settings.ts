import type { Screen } from "../screens";

export default [
  { name: "settings-team", path: "/admin/settings/team" },
  { name: "settings-rights", path: "/admin/settings/team?tab=rights" },
  { name: "settings-profile", path: "/admin/settings/profile" },
  { name: "settings-notices", path: "/admin/settings/notices" },
  { name: "settings-integrations", path: "/admin/settings/integrations" },
  { name: "settings-integration", path: "/admin/settings/integrations?open=telegram" },
  { name: "settings-payments", path: "/admin/settings/payments" },
  { name: "settings-website", path: "/admin/settings/website" },
  { name: "settings-website-offer", path: "/admin/settings/website?open=offer" },
  { name: "settings-api-keys", path: "/admin/settings/api-keys" },
  { name: "settings-webhooks", path: "/admin/settings/webhooks?open=new" },
  { name: "settings-jobs", path: "/admin/settings/jobs" },
  { name: "settings-field", path: "/admin/settings/fields?open=%2B" },
  { name: "settings-rule", path: "/admin/settings/rules?open=1" },
  { name: "settings-audit", path: "/admin/settings/audit" },
  { name: "settings-fields", path: "/admin/settings/fields" },
  { name: "settings-tags", path: "/admin/settings/tags" },
  { name: "settings-rules", path: "/admin/settings/rules" },
  { name: "settings-programs", path: "/admin/settings/programs" },
] satisfies Screen[];
