import { expect, test } from "vitest";
import { byDays, shows } from "./feed";
import type { Line } from "./queries";

const line = (kind: string, at: string, facts: Line["facts"] = {}): Line => ({
  id: 1,
  kind,
  at,
  facts,
  weight: "ordinary",
  text: null,
  by: null,
});

test("notes are no events, and messages are neither", () => {
  const note = line("clients.action", "2026-11-30T10:00:00Z", { type: "note" });
  const call = line("clients.action", "2026-11-30T10:00:00Z", { type: "call" });
  const said = line("messaging.in", "2026-11-30T10:00:00Z");
  expect([note, call, said].map((each) => shows("notes", each))).toEqual([true, false, false]);
  expect([note, call, said].map((each) => shows("events", each))).toEqual([false, true, false]);
  expect([note, call, said].map((each) => shows("talk", each))).toEqual([false, false, true]);
  expect([note, call, said].every((each) => shows("all", each))).toBe(true);
});

test("days follow the clock of the business and keep the order", () => {
  const days = byDays(
    [line("a", "2026-11-30T22:30:00Z"), line("b", "2026-11-30T20:30:00Z"), line("c", "2026-11-30T20:00:00Z")],
    (at) => new Date(Date.parse(at) + 3 * 3_600_000).toISOString().slice(0, 10),
  );
  expect(days.map(({ day, lines }) => [day, lines.map(({ kind }) => kind)])).toEqual([
    ["2026-12-01", ["a"]],
    ["2026-11-30", ["b", "c"]],
  ]);
});
