import { words } from "@orbita/i18n";
import { ClipboardList } from "lucide-react";
import type { Feature } from "@/app/feature";

export const feature: Feature = {
  id: "questionnaire",
  routes: [
    {
      path: "/questionnaire",
      lazy: async () => {
        const [{ QuestionnairePage }] = await Promise.all([import("./QuestionnairePage"), words("questionnaire")]);
        return { Component: QuestionnairePage };
      },
    },
  ],
  nav: [{ to: "/questionnaire", label: "questionnaire", icon: ClipboardList, section: "growth", order: 41 }],
  roles: ["admin", "manager", "trainer"],
};
