import { useTranslation, worded } from "@orbita/i18n";
import { useMemo } from "react";
import { useMe } from "@/app/session";
import { useNameOfStaff } from "@/lib/staff";

/** Words for what the server keeps as codes; a code without a word, or an owner's own text, stays as it is. */
export function useWords() {
  const { i18n } = useTranslation("client");
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are others in another language
  return useMemo(() => {
    const say =
      (group: string) =>
      (code: string | null | undefined, otherwise = code ?? "") => {
        const path = `client:${group}.${(code ?? "").replace(/[.-]/g, "_").toLowerCase()}`;
        return code && i18n.exists(path) ? worded(path) : otherwise;
      };
    return {
      goal: say("goals"),
      experience: say("experiences"),
      source: say("sources"),
      channel: say("channels"),
      cause: say("causes"),
      event: say("events"),
      measure: say("measures"),
      field: say("fields"),
      reason: say("reasons"),
      state: say("programStates"),
      payment: say("paymentStatus"),
      through: say("through"),
    };
  }, [i18n, language]);
}

/** The name of a colleague by id, also of one who left. */
export function useStaff(): (id: number | null | undefined) => string {
  const { t } = useTranslation("client");
  const me = useMe();
  const nameOf = useNameOfStaff();
  return (id) => (id === me.id ? me.name : (nameOf(id) ?? t("colleague")));
}
