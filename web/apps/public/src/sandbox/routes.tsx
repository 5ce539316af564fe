import { words } from "@orbita/i18n";
import type { RouteObject } from "react-router";

/** The pages of the sandbox; the server gives them out only for a business that plays. */
export const sandboxRoutes: RouteObject[] = [
  {
    path: "/sandbox/bot/:business?",
    lazy: async () => {
      const [page] = await Promise.all([import("./bot/BotPage"), words("simulator")]);
      return { Component: page.BotPage };
    },
  },
  {
    path: "/sandbox/pay/:publicId",
    lazy: async () => {
      const [page] = await Promise.all([import("./pay/PayPage"), words("simulator")]);
      return { Component: page.PayPage };
    },
  },
  {
    path: "/sandbox/mail/:business?",
    lazy: async () => {
      const [page] = await Promise.all([import("./mail/MailPage"), words("simulator")]);
      return { Component: page.MailPage };
    },
  },
];
