import { words } from "@orbita/i18n";
import { TicketPercent } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "promocodes",
  routes: [
    {
      path: "/promocodes",
      lazy: async () => {
        const [{ PromoCodesPage }] = await Promise.all([import("./PromoCodesPage"), words("promocodes")]);
        return { Component: PromoCodesPage };
      },
    },
  ],
  nav: [{ to: "/promocodes", label: "promocodes", icon: TicketPercent, section: "growth", order: 31 }],
  roles: ["admin", "manager"],
};
