import i18next, { type BackendModule, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Namespace, Resources } from "./resources";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Resources;
    returnNull: false;
  }
}

export type Language = "ru" | "en";
export const languages: readonly Language[] = ["ru", "en"];

type Texts = Record<string, unknown>;
const files = import.meta.glob<Texts>(["./ru/*.json", "./en/*.json"], { import: "default" });

// A feature's words come with its pages, not with the first load.
const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    const file = files[`./${language}/${namespace}.json`];
    if (!file) {
      done(new Error(`no words: ${language}/${namespace}`), false);
      return;
    }
    file().then(
      (texts) => done(null, texts),
      (error: unknown) => done(error as Error, false),
    );
  },
};

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
export async function speakUp(first: Namespace[], language: Language = chosen()): Promise<i18n> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: "ru",
      ns: first,
      defaultNS: "common",
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
  document.documentElement.lang = language;
  return i18next;
}

/** Loads a feature's words before its page shows; used in the lazy routes. */
export const words = (...names: Namespace[]): Promise<void> => i18next.loadNamespaces(names);

export const language = (): Language => (i18next.language === "en" ? "en" : "ru");

export async function setLanguage(next: Language): Promise<void> {
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // It holds for this visit then.
  }
}

export { Trans, useTranslation } from "react-i18next";
export * from "./format";
/** Words by a key that is known only while running: `worded("clients:new")`. */
export const worded = (key: string): string => (i18next.t as (key: string) => string)(key);

export type { Namespace, Resources };
export { i18next };
