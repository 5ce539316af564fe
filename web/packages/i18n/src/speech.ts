import type { i18n } from "i18next";

// Words of i18next's format (`{{name}}`, `_one _few _many _other`, `ns:a.b`), read by us: the library itself, with its
// backends, post-processors and detectors, weighs more than all the words of a page.

export type Language = "ru" | "en";
type Texts = { [key: string]: string | Texts };
type Values = Record<string, unknown>;
type Ears = (language: Language) => void;

const files = import.meta.glob<Texts>(["./ru/*.json", "./en/*.json"], { import: "default" });
const held = new Map<string, Texts>();
const coming = new Map<string, Promise<void>>();
const ears = new Set<Ears>();
const rules = new Map<Language, Intl.PluralRules>();
const wanted = new Set<string>();
let language: Language = "ru";
/** Grows with each change of language, so that who shows words shows them anew. */
let edition = 0;

const at = (namespace: string, spoken: Language) => `./${spoken}/${namespace}.json`;

/** Brings the words of one namespace in the present language; at once when they are here. */
export function bring(namespace: string, spoken: Language = language): Promise<void> {
  wanted.add(namespace);
  const file = at(namespace, spoken);
  const on = coming.get(file);
  if (on) {
    return on;
  }
  const load = files[file];
  const task = load
    ? load().then((texts) => {
        held.set(file, texts);
      })
    : Promise.reject(new Error(`no words: ${spoken}/${namespace}`));
  coming.set(file, task);
  // A file that did not come is asked for again by the next page.
  task.catch(() => coming.delete(file));
  return task;
}

export const here = (namespace: string): boolean => held.has(at(namespace, language));

const found = (texts: Texts | undefined, key: string): string | undefined => {
  let step: string | Texts | undefined = texts;
  for (const part of key.split(".")) {
    step = typeof step === "object" ? step[part] : undefined;
  }
  return typeof step === "string" ? step : undefined;
};

function form(count: unknown): string {
  let rule = rules.get(language);
  if (!rule) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  return rule.select(Number(count));
}

function text(namespace: string, key: string, values: Values | undefined): string | undefined {
  const colon = key.indexOf(":");
  const space = colon < 0 ? namespace : key.slice(0, colon);
  const path = colon < 0 ? key : key.slice(colon + 1);
  const texts = held.get(at(space, language));
  const counted =
    values?.count === undefined
      ? undefined
      : (found(texts, `${path}_${form(values.count)}`) ?? found(texts, `${path}_other`));
  return counted ?? found(texts, path);
}

const filled = (words: string, values: Values | undefined): string =>
  words.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values?.[name] ?? ""));

const said =
  (namespace: string) =>
  (key: string, values?: Values): string => {
    const words = text(namespace, key, values);
    return words === undefined ? String(values?.defaultValue ?? key) : filled(words, values);
  };

const voices = new Map<string, ReturnType<typeof said>>();

/** The words of one namespace; the same function until the words change, for lists of dependencies. */
export function voice(namespace: string): ReturnType<typeof said> {
  const name = `${namespace} ${edition}`;
  let own = voices.get(name);
  if (!own) {
    own = said(namespace);
    voices.set(name, own);
  }
  return own;
}

export const now = (): number => edition;

export function hear(ear: Ears): () => void {
  ears.add(ear);
  return () => void ears.delete(ear);
}

/** What the pages know of i18next, with its names. */
export const i18next = {
  get language(): Language {
    return language;
  },
  t: ((key: string, values?: Values) => said("common")(key, values)) as unknown as i18n["t"],
  exists: (key: string): boolean => text("common", key, undefined) !== undefined,
  getFixedT: ((_: null, namespace: string) => said(namespace)) as unknown as i18n["getFixedT"],
  loadNamespaces: async (names: string | readonly string[]): Promise<void> => {
    await Promise.all([names].flat().map((name) => bring(name as string)));
  },
  /** The words that are shown now come in the new language before it is spoken. */
  changeLanguage: async (next: Language): Promise<void> => {
    await Promise.all([...wanted].map((name) => bring(name, next)));
    language = next;
    edition++;
    for (const ear of [...ears]) {
      ear(next);
    }
  },
  on: (_: "languageChanged", ear: Ears): void => void hear(ear),
};
