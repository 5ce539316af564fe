import { words } from "@orbita/i18n";
import { MessagesSquare } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "inbox",
  routes: [
    {
      path: "/inbox",
      lazy: async () => {
        const [{ InboxPage }] = await Promise.all([import("./InboxPage"), words("inbox")]);
        return { Component: InboxPage };
      },
    },
    {
      path: "/inbox/templates",
      lazy: async () => {
        const [{ TemplatesPage }] = await Promise.all([import("./TemplatesPage"), words("inbox")]);
        return { Component: TemplatesPage };
      },
    },
  ],
  nav: [{ to: "/inbox", label: "inbox", icon: MessagesSquare, section: "top", order: 20, key: "M", phone: 2 }],
  roles: ["admin", "manager", "trainer"],
  live: ["message"],
};
