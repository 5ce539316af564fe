import type { Content, Exercise, Session } from "./queries";

export const columns = ["name", "sets", "reps", "load", "reserve", "rest", "notes", "alternatives"] as const;
export type Member = (typeof columns)[number];
export type Cell = { week: number; day: number /** Place in the session, from 1. */; place: number; member: Member };
export type Value = string | number | string[] | null;

const LISTS: readonly Member[] = ["notes", "alternatives"];
const MUST: readonly Member[] = ["name", "reps", "sets"];

/** What stands in a cell, as text. */
export function textOf(exercise: Exercise, member: Member): string {
  const value = exercise[member];
  return Array.isArray(value) ? value.join("; ") : value == null ? "" : String(value);
}

/** What the API takes for a typed text; undefined when the cell cannot hold it. */
export function parsed(member: Member, text: string): Value | undefined {
  const tidy = text.trim();
  if (LISTS.includes(member)) {
    return tidy
      .split(";")
      .map((each) => each.trim())
      .filter(Boolean);
  }
  if (tidy === "") {
    return MUST.includes(member) ? undefined : null;
  }
  if (member !== "sets") {
    return tidy;
  }
  return /^[1-9]\d?$/.test(tidy) ? Number(tidy) : undefined;
}

/** The edit as the API addresses it: a week by its number, a session by its day, an exercise by its place. */
export const editOf = ({ week, day, place, member }: Cell, value: Value) => ({
  weeks: { [week]: { sessions: { [day]: { exercises: { [place]: { [member]: value } } } } } },
});

/** The days of some weeks written anew; what a week says of itself (its advice, whether it is a deload) stays. */
export const weeksOf = (sessions: ReadonlyMap<number, Session[]>) => ({
  weeks: Object.fromEntries([...sessions].map(([week, days]) => [week, { sessions: days }])),
});

/** The days of one week, for each of the others. */
export const copied = (content: Content, from: number, to: readonly number[]): Map<number, Session[]> => {
  const days = content.weeks.find(({ number }) => number === from)?.sessions;
  return new Map(days ? to.filter((week) => week !== from).map((week) => [week, days]) : []);
};

/** The content with the cell written. */
export const laidOver = (content: Content, { week, day, place, member }: Cell, value: Value): Content => ({
  ...content,
  weeks: content.weeks.map((each) =>
    each.number === week
      ? {
          ...each,
          sessions: each.sessions.map((session) =>
            session.day === day
              ? {
                  ...session,
                  exercises: session.exercises.map((exercise, i) =>
                    i + 1 === place ? ({ ...exercise, [member]: value } as Exercise) : exercise,
                  ),
                }
              : session,
          ),
        }
      : each,
  ),
});

/** `weeks.3.sessions.2.exercises.1.reps` taken apart; undefined for any other address. */
export function cellOf(path: string): Cell | undefined {
  const [, week, day, place, member] = /^weeks\.(\d+)\.sessions\.(\d+)\.exercises\.(\d+)\.(\w+)/.exec(path) ?? [];
  return columns.some((each) => each === member)
    ? { week: Number(week), day: Number(day), place: Number(place), member: member as Member }
    : undefined;
}
