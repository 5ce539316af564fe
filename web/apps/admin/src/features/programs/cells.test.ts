import { expect, it } from "vitest";
import { cellOf, copied, editOf, laidOver, parsed, weeksOf } from "./cells";
import type { Content } from "./queries";

const exercise = { name: "Присед", sets: 3, reps: "10", load: null, rest: null, reserve: null, notes: [] };
const content = {
  weeks: [
    {
      number: 2,
      sessions: [
        { day: 1, exercises: [exercise, exercise] },
        { day: 4, exercises: [exercise, exercise] },
      ],
    },
  ],
} as unknown as Content;
const cell = { week: 2, day: 4, place: 2, member: "reps" } as const;

it("takes what a cell can hold, and nothing else", () => {
  expect(parsed("sets", " 4 ")).toBe(4);
  expect(parsed("sets", "много")).toBeUndefined();
  expect(parsed("sets", "0")).toBeUndefined();
  expect(parsed("name", "  ")).toBeUndefined();
  expect(parsed("load", "")).toBeNull();
  expect(parsed("notes", "Спина прямая; ; не спешите")).toEqual(["Спина прямая", "не спешите"]);
  expect(parsed("alternatives", "")).toEqual([]);
});

it("addresses a session by its day and an exercise by its place", () => {
  expect(editOf(cell, "8-10")).toEqual({
    weeks: { 2: { sessions: { 4: { exercises: { 2: { reps: "8-10" } } } } } },
  });
  expect(cellOf("weeks.2.sessions.4.exercises.2.reps")).toEqual(cell);
  expect(cellOf("weeks.2.advice")).toBeUndefined();
});

it("writes one cell and leaves the others alone", () => {
  const next = laidOver(content, cell, "8-10");
  expect(next.weeks[0]?.sessions[1]?.exercises.map(({ reps }) => reps)).toEqual(["10", "8-10"]);
  expect(next.weeks[0]?.sessions[0]).toBe(content.weeks[0]?.sessions[0]);
});

it("a week is copied with its days, and not onto itself", () => {
  const days = [{ day: 1, name: "Верх", exercises: [] }];
  const content = {
    title: "",
    facts: [],
    reasons: [],
    weeks: [
      { number: 1, deload: false, advice: "", sessions: days },
      { number: 2, deload: true, advice: "", sessions: [] },
    ],
  };
  expect(weeksOf(copied(content, 1, [1, 2]))).toEqual({ weeks: { 2: { sessions: days } } });
  expect(copied(content, 9, [1]).size).toBe(0);
});
