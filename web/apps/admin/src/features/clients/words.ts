import { useTranslation, worded } from "@orbita/i18n";
import { useMemo } from "react";

/** Sources whose names we have; an owner may write any other. */
export const sources = ["telegram", "site", "chat", "vk", "instagram", "referral", "sandbox", "import", "manual"];

/** Words for a code of the server; what has none stays as it is. */
export function useCodes() {
  const { i18n } = useTranslation("clients");
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are others in another language
  return useMemo(() => {
    const say = (group: string) => (code: string | null | undefined) =>
      !code ? "" : i18n.exists(`clients:${group}.${code}`) ? worded(`clients:${group}.${code}`) : code;
    return { source: say("sources"), field: say("fields"), why: say("why") };
  }, [i18n, language]);
}

/** «won», «lost» or open, by what the stage is for. */
export const kindOf = (role: string): "open" | "won" | "lost" =>
  role === "finished" ? "won" : role === "inactive" ? "lost" : "open";
