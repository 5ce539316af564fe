import { words } from "@orbita/i18n";
import { BellRing } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "reminders",
  routes: [
    {
      path: "/reminders",
      lazy: async () => {
        const [{ RemindersPage }] = await Promise.all([import("./RemindersPage"), words("reminders")]);
        return { Component: RemindersPage };
      },
    },
  ],
  nav: [{ to: "/reminders", label: "reminders", icon: BellRing, section: "growth", order: 40 }],
  roles: ["admin", "manager"],
};
