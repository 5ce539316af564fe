import type { Screen } from "../screens";

export default [
  { name: "settings-team", path: "/admin/settings/team" },
  { name: "settings-rights", path: "/admin/settings/team?tab=rights" },
  { name: "settings-profile", path: "/admin/settings/profile" },
  { name: "settings-integrations", path: "/admin/settings/integrations" },
  { name: "settings-payments", path: "/admin/settings/payments" },
  { name: "settings-website", path: "/admin/settings/website" },
  { name: "settings-api-keys", path: "/admin/settings/api-keys" },
  { name: "settings-webhooks", path: "/admin/settings/webhooks?open=new" },
  { name: "settings-audit", path: "/admin/settings/audit" },
  { name: "settings-fields", path: "/admin/settings/fields" },
  { name: "settings-tags", path: "/admin/settings/tags" },
  { name: "settings-rules", path: "/admin/settings/rules" },
  { name: "settings-programs", path: "/admin/settings/programs" },
] satisfies Screen[];
