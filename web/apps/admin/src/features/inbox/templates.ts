import type { Template } from "./queries";

/** What may stand in braces, as the server knows it. */
export const variables = ["name", "first_name", "business", "staff"] as const;
export type Variable = (typeof variables)[number];

/** What is in braces and no variable: the server refuses it, since a client would read it as it stands. */
export const unknownVariable = (text: string): string | undefined =>
  [...text.matchAll(/\{([^{}\n]{1,40})\}/g)]
    .map(([, name]) => name)
    .find((name) => !variables.some((each) => each === name));

/** As the server renders: what is not known goes with the comma and the space before it. */
export const rendered = (text: string, values: Partial<Record<Variable, string>>): string =>
  text
    .replace(/(,? )?\{([a-z_]{1,40})\}/g, (whole, before: string | undefined, name: string) => {
      const value = values[name as Variable];
      if (!variables.some((each) => each === name)) {
        return whole;
      }
      return value?.trim() ? `${before ?? ""}${value.trim()}` : "";
    })
    .trim();

/** What the person types after a slash at the beginning of a word, and where it stands; undefined when they do not. */
export function slashOf(text: string, caret: number): { asked: string; from: number } | undefined {
  const found = /(?:^|\s)\/([\p{L}\p{N}_-]{0,32})$/u.exec(text.slice(0, caret));
  const asked = found?.[1];
  return asked === undefined ? undefined : { asked, from: caret - asked.length - 1 };
}

/** Those that the words find: by their shortcut first, then by their name, then by what they say. */
export function offered(all: readonly Template[], asked: string, most = 8): Template[] {
  const words = asked.toLowerCase();
  const rank = ({ shortcut, title, text }: Template): number =>
    shortcut?.startsWith(words)
      ? 0
      : title.toLowerCase().startsWith(words)
        ? 1
        : title.toLowerCase().includes(words)
          ? 2
          : text.toLowerCase().includes(words)
            ? 3
            : 4;
  return all
    .map((template) => ({ template, at: rank(template) }))
    .filter(({ at }) => at < 4)
    .sort((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ template }) => template);
}
