import type { Screen } from "../screens";

export default [
  { name: "questionnaire", path: "/admin/questionnaire" },
  { name: "questionnaire-faq", path: "/admin/questionnaire?tab=faq" },
] satisfies Screen[];
