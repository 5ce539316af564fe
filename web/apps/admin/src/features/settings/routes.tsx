import { words } from "@orbita/i18n";
import { Settings } from "lucide-react";
import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import type { Feature } from "@/app/feature";
import { Guarded } from "@/app/Guarded";

const page = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});

export const feature: Feature = {
  id: "settings",
  routes: [
    {
      path: "/settings",
      lazy: async () => {
        const [{ SettingsLayout }] = await Promise.all([import("./SettingsLayout"), words("settings")]);
        return { Component: SettingsLayout };
      },
      children: [
        { index: true, lazy: async () => ({ Component: (await import("./SettingsLayout")).FirstSetting }) },
        page("profile", async () => (await import("./ProfilePage")).ProfilePage),
        page("notices", async () => (await import("./NoticesPage")).NoticesPage),
        {
          element: <Guarded roles={["admin"]} />,
          children: [
            page("team", async () => (await import("./TeamPage")).TeamPage),
            page("integrations", async () => (await import("./IntegrationsPage")).IntegrationsPage),
            page("payments", async () => (await import("./PaymentsSettingsPage")).PaymentsSettingsPage),
            page("website", async () => (await import("./WebsitePage")).WebsitePage),
            page("fields", async () => (await import("./FieldsPage")).FieldsPage),
            page("tags", async () => (await import("./TagsPage")).TagsPage),
            page("rules", async () => (await import("./RulesPage")).RulesPage),
            page("programs", async () => (await import("./ProgramsSettingsPage")).ProgramsSettingsPage),
            page("api-keys", async () => (await import("./ApiKeysPage")).ApiKeysPage),
            page("webhooks", async () => (await import("./WebhooksPage")).WebhooksPage),
            page("audit", async () => (await import("./AuditPage")).AuditPage),
            page("jobs", async () => (await import("./JobsPage")).JobsPage),
          ],
        },
      ],
    },
  ],
  nav: [{ to: "/settings", label: "settings", icon: Settings, section: "system", order: 90, key: "," }],
};
