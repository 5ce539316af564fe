import { words } from "@orbita/i18n";
import { ListChecks } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "tasks",
  routes: [
    {
      path: "/tasks",
      lazy: async () => {
        const [{ TasksPage }] = await Promise.all([import("./TasksPage"), words("tasks")]);
        return { Component: TasksPage };
      },
    },
  ],
  nav: [{ to: "/tasks", label: "tasks", icon: ListChecks, section: "work", order: 35 }],
  roles: ["admin", "manager", "trainer"],
  live: ["task", "client"],
};
