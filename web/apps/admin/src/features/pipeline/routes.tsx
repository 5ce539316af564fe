import { words } from "@orbita/i18n";
import { SquareKanban } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "pipeline",
  routes: [
    {
      path: "/pipeline",
      lazy: async () => {
        const [{ BoardPage }] = await Promise.all([import("./BoardPage"), words("pipeline")]);
        return { Component: BoardPage };
      },
    },
    {
      path: "/pipeline/stages",
      lazy: async () => {
        const [{ StagesPage }] = await Promise.all([import("./StagesPage"), words("pipeline")]);
        return { Component: StagesPage };
      },
    },
  ],
  nav: [{ to: "/pipeline", label: "pipeline", icon: SquareKanban, section: "work", order: 10, key: "P", phone: 2 }],
  roles: ["admin", "manager", "trainer"],
  live: ["move", "client", "message", "payment", "task", "lead"],
};
