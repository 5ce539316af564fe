import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mark, newKey, overlaid, place, send, useQueue } from "./marks";
import type { Waiting } from "./store";
import type { Mark } from "./types";

// jsdom has no IndexedDB: the queue then lives as long as the page, which is what is tried here.
const one = (over: Partial<Mark> = {}): Mark => ({
  key: "a",
  week: 1,
  day: 1,
  place: 1,
  exercise: "Приседания",
  set: 1,
  done: true,
  weight: 20,
  reps: null,
  at: "2026-11-30T10:00:00Z",
  ...over,
});

let answers: (() => Response)[] = [];
const calls: { path: string; body: { marks: Mark[] } }[] = [];

beforeEach(() => {
  answers = [];
  calls.length = 0;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    calls.push({ path, body: JSON.parse(String(init.body)) });
    const answer = answers.shift();
    if (!answer) {
      throw new TypeError("no network");
    }
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const ok = () => new Response("{}", { status: 200, headers: { "Content-Type": "application/json" } });

test("a waiting mark lies over the server's, an older one under it", () => {
  const server = [one()];
  const newer: Waiting = { ...one({ key: "b", weight: 30, at: "2026-11-30T10:05:00Z" }), program: 7 };
  const older: Waiting = { ...one({ key: "c", weight: 10, at: "2026-11-30T09:00:00Z" }), program: 7 };
  const foreign: Waiting = { ...newer, program: 8 };
  expect(overlaid(server, 7, [newer]).get(place(server[0] as Mark))?.weight).toBe(30);
  expect(overlaid(server, 7, [older]).get(place(server[0] as Mark))?.weight).toBe(20);
  expect(overlaid(server, 7, [foreign]).get(place(server[0] as Mark))?.weight).toBe(20);
});

test("keys grow, also within one moment", () => {
  vi.useFakeTimers();
  const first = newKey();
  const second = newKey();
  vi.useRealTimers();
  expect(second > first).toBe(true);
  expect(second.length).toBeLessThanOrEqual(40);
});

test("marks wait without a network and go in one batch when it is back", async () => {
  const { key: _k, at: _a, ...rest } = one();
  await mark(7, rest);
  await send();
  await mark(7, { ...rest, set: 2 });
  await send();
  answers = [ok];
  calls.length = 0;
  await send();
  expect(calls).toHaveLength(1);
  expect(calls[0]?.path).toBe("/api/cabinet/programs/7/marks");
  expect(calls[0]?.body.marks.map((each) => each.set)).toEqual([1, 2]);
  calls.length = 0;
  await send();
  expect(calls).toHaveLength(0);
});

test("the same set marked twice is one mark, the later", async () => {
  const { key: _k, at: _a, ...rest } = one();
  await mark(7, rest);
  await send();
  await mark(7, { ...rest, weight: 25 });
  await send();
  answers = [ok];
  calls.length = 0;
  await send();
  expect(calls[0]?.body.marks.map((each) => each.weight)).toEqual([25]);
});

test("who is signed out keeps the marks, what is refused for good is let go", async () => {
  const { key: _k, at: _a, ...rest } = one();
  answers = [() => new Response("{}", { status: 401 }), () => new Response("{}", { status: 401 })];
  await mark(7, rest);
  await send();
  answers = [() => new Response("{}", { status: 404 })];
  calls.length = 0;
  await send();
  expect(calls).toHaveLength(1);
  calls.length = 0;
  await send();
  expect(calls).toHaveLength(0);
  expect(useQueue).toBeTypeOf("function");
});
