import { words } from "@orbita/i18n";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "client",
  routes: [
    {
      path: "/clients/:id",
      lazy: async () => {
        const [{ ClientPage }] = await Promise.all([import("./ClientPage"), words("client")]);
        return { Component: ClientPage };
      },
    },
  ],
  roles: ["admin", "manager", "trainer"],
  live: ["client", "move", "message", "payment", "task", "lead"],
};
