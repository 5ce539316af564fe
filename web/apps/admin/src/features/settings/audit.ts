import type { Schema } from "@orbita/api";
import { language } from "@orbita/i18n";

export type Words = Schema<"BusinessesDeedsInWordsWords">;

/** A deed in the language of the page; its code while the words are not here. */
export function deedIn(all: readonly Words[] | undefined, deed: string): string {
  const words = all?.find((each) => each.deed === deed);
  return words ? (language() === "ru" ? words.text : words.text_en) : deed;
}

const known = [
  "amount",
  "active",
  "by_hand",
  "clients",
  "client",
  "fields",
  "kinds",
  "role",
  "scopes",
  "sections",
  "type",
  "version",
  "was",
] as const;
export type Fact = (typeof known)[number];

function saidAs(value: unknown, yes: string, no: string): string {
  if (typeof value === "boolean") {
    return value ? yes : no;
  }
  if (Array.isArray(value)) {
    return value.map((each) => saidAs(each, yes, no)).join(", ");
  }
  if (value && typeof value === "object") {
    const { amount, currency } = value as { amount?: unknown; currency?: unknown };
    return amount !== undefined && currency !== undefined ? `${amount} ${currency}` : JSON.stringify(value);
  }
  return String(value);
}

/** The facts of an entry in one line; those without words keep their names. */
export const factsOf = (
  facts: Record<string, unknown>,
  words: { fact: (name: Fact) => string; role: (role: string) => string; yes: string; no: string },
): string =>
  Object.entries(facts)
    .map(([name, value]) => {
      const fact = known.find((each) => each === name);
      const said =
        (fact === "role" || fact === "was") && typeof value === "string"
          ? words.role(value.toLowerCase())
          : saidAs(value, words.yes, words.no);
      return `${fact ? words.fact(fact) : name}: ${said}`;
    })
    .join("; ");
