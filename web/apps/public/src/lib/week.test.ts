import { expect, test } from "vitest";
import type { Mark, Plan, Session } from "./types";
import { dayToDo, doneIn, restSeconds, setsOf, weekNow } from "./week";

const session = (day: number): Session => ({
  day,
  name: "А",
  exercises: [
    {
      place: 1,
      name: "Приседания",
      sets: 2,
      reps: "12",
      reserve: null,
      rest: null,
      load: null,
      notes: [],
      alternatives: [],
    },
  ],
});
const plan = (weeks: number, starts_at: string | null) =>
  ({
    starts_at,
    weeks: Array.from({ length: weeks }, (_, i) => ({ number: i + 1, deload: false, advice: "", sessions: [] })),
  }) as unknown as Plan;
const mark = (over: Partial<Mark> = {}): Mark => ({
  key: "a",
  week: 1,
  day: 1,
  place: 1,
  exercise: "Приседания",
  set: 1,
  done: true,
  weight: null,
  reps: null,
  at: "",
  ...over,
});

test.each([
  [null, 1],
  ["2026-12-01T00:00:00Z", 1],
  ["2026-11-24T00:00:00Z", 1],
  ["2026-11-23T00:00:00Z", 2],
  ["2025-01-01T00:00:00Z", 12],
])("of a plan that starts at %s the week is %d", (starts, week) => {
  expect(weekNow(plan(12, starts), Date.parse("2026-11-30T12:00:00Z"))).toBe(week);
});

test("what counts as done is a ticked set of the exercise that stands there now", () => {
  const one = session(1);
  expect(setsOf(one)).toBe(2);
  expect(doneIn([mark(), mark({ set: 2 })], 1, one)).toBe(2);
  expect(doneIn([mark({ done: false }), mark({ exercise: "Другое" }), mark({ set: 3 })], 1, one)).toBe(0);
});

test("the training to do is the first that is not finished", () => {
  const week = { number: 1, deload: false, advice: "", sessions: [session(1), session(2)] };
  expect(dayToDo([], week)).toBe(1);
  expect(dayToDo([mark(), mark({ set: 2 })], week)).toBe(2);
});

test.each([
  ["60-90 с", 90],
  ["2 мин", 120],
  ["1,5 мин", 90],
  ["", undefined],
  [null, undefined],
  ["9999 с", 900],
])("rest «%s» is %s seconds", (text, seconds) => {
  expect(restSeconds(text)).toBe(seconds);
});
