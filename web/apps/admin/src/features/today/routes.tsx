import { words } from "@orbita/i18n";
import { Sun } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "today",
  routes: [
    {
      path: "/today",
      lazy: async () => {
        const [{ TodayPage }] = await Promise.all([import("./TodayPage"), words("today", "start")]);
        return { Component: TodayPage };
      },
    },
  ],
  nav: [{ to: "/today", label: "today", icon: Sun, section: "top", order: 10, key: "D", phone: 1 }],
  roles: ["admin", "manager", "trainer"],
  live: ["message", "client", "task", "payment"],
};
