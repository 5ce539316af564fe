import { words } from "@orbita/i18n";
import { CreditCard, Link2 } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "payments",
  routes: [
    {
      path: "/payments",
      lazy: async () => {
        const [{ PaymentsPage }] = await Promise.all([import("./PaymentsPage"), words("payments")]);
        return { Component: PaymentsPage };
      },
    },
  ],
  nav: [{ to: "/payments", label: "payments", icon: CreditCard, section: "work", order: 50, key: "I" }],
  actions: [
    { id: "payments:new", label: "payments:new", icon: Link2, to: "/payments?new=1", roles: ["admin", "manager"] },
  ],
  roles: ["admin", "manager", "trainer"],
  live: ["payment"],
};
