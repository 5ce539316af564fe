import { words } from "@orbita/i18n";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "client",
  routes: [
    {
      path: "/clients/:id",
      lazy: async () => {
        // Nearly everybody reads the feed: it comes beside the page and not after it.
        void import("./FeedTab");
        const [{ ClientPage }] = await Promise.all([import("./ClientPage"), words("client")]);
        return { Component: ClientPage };
      },
    },
  ],
  roles: ["admin", "manager", "trainer"],
  live: ["client", "move", "message", "payment", "task", "lead"],
};
