import { words } from "@orbita/i18n";
import { ChartNoAxesCombined } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "analytics",
  routes: [
    {
      path: "/analytics",
      lazy: async () => {
        const [{ AnalyticsPage }] = await Promise.all([import("./AnalyticsPage"), words("analytics")]);
        return { Component: AnalyticsPage };
      },
    },
  ],
  nav: [{ to: "/analytics", label: "analytics", icon: ChartNoAxesCombined, section: "growth", order: 10, key: "A" }],
  roles: ["admin", "manager", "trainer"],
};
