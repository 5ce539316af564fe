import { words } from "@orbita/i18n";
import { TrendingUp } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "progress",
  routes: [
    {
      path: "/progress",
      lazy: async () => {
        const [{ ProgressPage }] = await Promise.all([import("./ProgressPage"), words("progress")]);
        return { Component: ProgressPage };
      },
    },
  ],
  nav: [{ to: "/progress", label: "progress", icon: TrendingUp, section: "work", order: 45, key: "E" }],
  roles: ["admin", "manager", "trainer"],
};
