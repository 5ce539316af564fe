import { useTranslation, worded } from "@orbita/i18n";
import { Bot, Camera, Globe, type LucideIcon, MessageSquare, Send, UserRound, UserRoundPlus } from "lucide-react";
import { useMemo } from "react";

const icons: Record<string, LucideIcon> = {
  telegram: Send,
  sandbox: Bot,
  site: Globe,
  chat: MessageSquare,
  vk: MessageSquare,
  instagram: Camera,
  referral: UserRoundPlus,
};

/** Sources whose names we have; an owner may write any other. */
export const sources = ["telegram", "site", "chat", "vk", "instagram", "referral", "sandbox", "import", "manual"];

export function SourceIcon({ source }: { source: string }) {
  const words = useWords();
  const Icon = icons[source] ?? UserRound;
  return (
    <span title={words.source(source)} className="mx-[3px] shrink-0 text-fg-3">
      <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
    </span>
  );
}

/** Words for what the server keeps as codes; a code without a word, or an owner's own text, stays as it is. */
export function useWords() {
  const { i18n } = useTranslation("pipeline");
  const { language } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are others in another language
  return useMemo(() => {
    const say = (group: string) => (code: string | null | undefined) =>
      !code ? "" : i18n.exists(`pipeline:${group}.${code}`) ? worded(`pipeline:${group}.${code}`) : code;
    return { goal: say("goals"), experience: say("experiences"), source: say("sources"), role: say("roles") };
  }, [i18n, language]);
}
