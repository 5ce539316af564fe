import { words } from "@orbita/i18n";
import { Tags } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "tariffs",
  routes: [
    {
      path: "/tariffs",
      lazy: async () => {
        const [{ TariffsPage }] = await Promise.all([import("./TariffsPage"), words("tariffs")]);
        return { Component: TariffsPage };
      },
    },
  ],
  nav: [{ to: "/tariffs", label: "tariffsShort", icon: Tags, section: "growth", order: 30, key: "T" }],
  roles: ["admin", "manager", "trainer"],
};
