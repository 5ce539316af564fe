import { words } from "@orbita/i18n";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "setup",
  routes: [
    {
      path: "/setup",
      lazy: async () => {
        const [{ SetUpPage }] = await Promise.all([import("./SetUpPage"), words("start")]);
        return { Component: SetUpPage };
      },
    },
  ],
  roles: ["admin"],
};
