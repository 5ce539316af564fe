import type { FlatNamespace, TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import type { Namespace, Resources } from "./resources";
import { bring, hear, here, i18next, type Language, now, voice } from "./speech";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Resources;
    returnNull: false;
  }
}

export type { Language };
export const languages: readonly Language[] = ["ru", "en"];

const KEY = "orbita.language";

function chosen(): Language {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === "ru" || kept === "en") {
      return kept;
    }
  } catch {
    // Storage may be forbidden; then the browser's language decides.
  }
  return navigator.language.toLowerCase().startsWith("ru") || navigator.language === "" ? "ru" : "en";
}

/** Readies the words; call once before the first render. `first` are the namespaces every page needs. */
export async function speakUp(first: Namespace[], language: Language = chosen()): Promise<typeof i18next> {
  await Promise.all(first.map((name) => bring(name, language)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  return i18next;
}

/** Loads a feature's words before its page shows; used in the lazy routes. */
export const words = (...names: Namespace[]): Promise<void> => i18next.loadNamespaces(names);

export const language = (): Language => i18next.language;

export async function setLanguage(next: Language): Promise<void> {
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // It holds for this visit then.
  }
}

/** The words of a namespace; a page whose words are still on their way waits for them. */
export function useTranslation<N extends FlatNamespace = "common">(
  namespace?: N,
): { t: TFunction<N>; i18n: typeof i18next } {
  const name = namespace ?? "common";
  useSyncExternalStore(hear, now);
  if (!here(name)) {
    throw bring(name);
  }
  return { t: voice(name) as unknown as TFunction<N>, i18n: i18next };
}

/** Words by a key that is known only while running: `worded("clients:new")`. */
export const worded = (key: string): string => (i18next.t as unknown as (key: string) => string)(key);

export * from "./format";
export { Trans } from "./trans";
export type { Namespace, Resources };
export { i18next };
