import type { Screen } from "../seen";

export default [
  { name: "questionnaire", path: "/admin/questionnaire" },
  { name: "questionnaire-faq", path: "/admin/questionnaire?tab=faq" },
] satisfies Screen[];
