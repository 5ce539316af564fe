import { words } from "@orbita/i18n";
import { Users } from "lucide-react";
import type { RouteObject } from "react-router";
import type { Feature } from "@/app/feature";

const page = (path: string, load: () => Promise<RouteObject["Component"]>): RouteObject => ({
  path,
  lazy: async () => {
    const [Component] = await Promise.all([load(), words("clients")]);
    return { Component };
  },
});

export const feature: Feature = {
  id: "clients",
  routes: [
    page("/clients", async () => (await import("./ClientsPage")).ClientsPage),
    page("/clients/import", async () => (await import("./ImportPage")).ImportPage),
    page("/clients/trash", async () => (await import("./TrashPage")).TrashPage),
    page("/clients/duplicates", async () => (await import("./DuplicatesPage")).DuplicatesPage),
    page("/clients/merges", async () => (await import("./MergesPage")).MergesPage),
  ],
  nav: [{ to: "/clients", label: "clients", icon: Users, section: "work", order: 20, key: "C", phone: 3 }],
  roles: ["admin", "manager", "trainer"],
  live: ["client", "move", "payment", "lead"],
};
