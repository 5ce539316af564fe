import { words } from "@orbita/i18n";
import { Dumbbell } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "programs",
  routes: [
    {
      path: "/programs",
      lazy: async () => {
        const [{ ProgramsPage }] = await Promise.all([import("./ProgramsPage"), words("programs")]);
        return { Component: ProgramsPage };
      },
    },
    {
      path: "/programs/templates",
      lazy: async () => {
        const [{ TemplatesPage }] = await Promise.all([import("./TemplatesPage"), words("programs")]);
        return { Component: TemplatesPage };
      },
    },
    {
      path: "/programs/:id",
      lazy: async () => {
        const [{ ProgramPage }] = await Promise.all([import("./ProgramPage"), words("programs")]);
        return { Component: ProgramPage };
      },
    },
  ],
  nav: [{ to: "/programs", label: "programs", icon: Dumbbell, section: "work", order: 40, key: "R" }],
  roles: ["admin", "manager", "trainer"],
};
