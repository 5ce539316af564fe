import { speak } from "@orbita/api";
import { i18next, words } from "@orbita/i18n";
import type { RouteObject } from "react-router";

/** The pages of the sandbox, in a frame with what the kit needs; the server gives them out only for a business that plays. */
export const sandboxRoutes: RouteObject[] = [
  {
    HydrateFallback: () => null,
    lazy: async () => {
      const [frame] = await Promise.all([import("./Frame"), words("common", "simulator")]);
      speak(i18next.language);
      return { Component: frame.Frame, ErrorBoundary: frame.Broken };
    },
    children: [
      {
        path: "/sandbox/bot/:business?",
        lazy: async () => ({ Component: (await import("./bot/BotPage")).BotPage }),
      },
      {
        path: "/sandbox/pay/:publicId",
        lazy: async () => ({ Component: (await import("./pay/PayPage")).PayPage }),
      },
      {
        path: "/sandbox/mail/:business?",
        lazy: async () => ({ Component: (await import("./mail/MailPage")).MailPage }),
      },
    ],
  },
];
