import type { Question } from "./queries";

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  const one = list[from];
  return one === undefined || to < 0 || to > rest.length ? [...list] : [...rest.slice(0, to), one, ...rest.slice(to)];
}

const KEY_LENGTH = 24;

/** A name for the machine: never that of another question, so that answers of the two are not mixed. */
export function freshKey(taken: readonly string[], stem: string): string {
  let n = 1;
  while (taken.includes(`${stem}_${n}`)) {
    n++;
  }
  return `${stem}_${n}`.slice(0, KEY_LENGTH);
}

export type Kind = "choice" | "number" | "text";

/** An own question as it begins; the words are the person's to write. */
export function ownQuestion(kind: Kind, taken: readonly string[]): Question {
  const base = { type: kind, key: freshKey(taken, "own"), title: "", text: "", optional: true };
  return kind === "choice"
    ? {
        ...base,
        options: [
          { code: "option_1", label: "" },
          { code: "option_2", label: "" },
        ],
      }
    : kind === "number"
      ? { ...base, number: { min: 0, max: 100, decimals: 0 } }
      : { ...base, words: { max_length: 500 } };
}

/** With this question in its place; a new one before the consents, which stand at the end. */
export function withQuestion(list: readonly Question[], question: Question): Question[] {
  if (list.some(({ key }) => key === question.key)) {
    return list.map((each) => (each.key === question.key ? question : each));
  }
  const consent = list.findIndex(({ type }) => type === "consent");
  const at = consent < 0 ? list.length : consent;
  return [...list.slice(0, at), question, ...list.slice(at)];
}

/** Which question a refusal is about: `questions[3].options[0].label` is the fourth. */
export function placeOf(field: string): number | undefined {
  const found = /^questions\[(\d+)\]/.exec(field)?.[1];
  return found === undefined ? undefined : Number(found);
}
