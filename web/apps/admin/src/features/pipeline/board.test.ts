import { describe, expect, test } from "vitest";
import { arrivals, type Board, beside, type Card, extended, fillings, moved, stepped } from "./board";

const card = (id: number, paid = "0.00"): Card => ({
  client: {
    id,
    name: `№ ${id}`,
    source: "vk",
    tags: [],
    assigned_to: null,
    paid_total: { amount: paid, currency: "RUB" },
  },
  since: "2026-11-01T00:00:00Z",
  over_norm: 3,
  unread: 0,
  goal: null,
  experience: null,
  step: null,
  week: null,
});
const column = (id: number, role: string, items: Card[], next_cursor: string | null = null) => ({
  id,
  name: role,
  role,
  hue: "blue" as const,
  norm_days: 2,
  count: items.length,
  paid: { amount: "100.00", currency: "RUB" },
  items,
  next_cursor,
});
const board: Board = {
  columns: [
    column(1, "first_contact", [card(1), card(2, "40.00"), card(3)]),
    column(2, "deciding", [card(4)]),
    column(3, "finished", []),
  ],
  counts: { waiting: 0, overdue: 0, today: 0, idle: 4 },
};
const ids = (of: Board | undefined, stage: number) =>
  of?.columns.find(({ id }) => id === stage)?.items.map(({ client }) => client.id);

describe("a move", () => {
  test("takes the card, its count and its money along", () => {
    const after = moved(board, { id: 2, stage: 2, after: 4 });
    expect(ids(after, 1)).toEqual([1, 3]);
    expect(ids(after, 2)).toEqual([4, 2]);
    expect(after?.columns.map(({ count }) => count)).toEqual([2, 2, 0]);
    expect(after?.columns.map(({ paid }) => paid.amount)).toEqual(["60.00", "140.00", "100.00"]);
    expect(after?.columns[1]?.items[1]?.over_norm).toBe(0);
  });
  test("without a neighbour goes on top, and within its column where it is told", () => {
    expect(ids(moved(board, { id: 3, stage: 2 }), 2)).toEqual([3, 4]);
    expect(ids(moved(board, { id: 3, stage: 1, before: 1 }), 1)).toEqual([3, 1, 2]);
    expect(moved(board, { id: 3, stage: 1, after: 1 })?.columns[0]?.count).toBe(3);
  });
  test("to nowhere, or of nobody, changes nothing", () => {
    expect(moved(board, { id: 9, stage: 1 })).toBeUndefined();
    expect(moved(board, { id: 1, stage: 9 })).toBeUndefined();
  });
});

test("a card dropped above another one stands right below the one before", () => {
  const first = board.columns[0];
  expect(first && beside(first, 3, "top", 9)).toEqual({ stage: 1, after: 2 });
  expect(first && beside(first, 1, "top", 9)).toEqual({ stage: 1, before: 1 });
  expect(first && beside(first, 3, "top", 2)).toEqual({ stage: 1, after: 1 });
});

test("Ctrl and an arrow carry a card, over the edge nowhere", () => {
  expect(stepped(board, 1, "ArrowDown")).toEqual({ id: 1, stage: 1, after: 2 });
  expect(stepped(board, 3, "ArrowUp")).toEqual({ id: 3, stage: 1, after: 1 });
  expect(stepped(board, 1, "ArrowUp")).toBeUndefined();
  expect(stepped(board, 1, "ArrowLeft")).toBeUndefined();
  expect(stepped(board, 1, "ArrowRight")).toEqual({ id: 1, stage: 2, before: 4 });
  expect(stepped(board, 4, "ArrowRight")).toEqual({ id: 4, stage: 3 });
});

test("what came into sight by scrolling is no arrival", () => {
  const next = moved(board, { id: 2, stage: 3 });
  expect(next && arrivals(board, next)).toEqual([2]);
  const short = { ...board, columns: [column(1, "first_contact", [card(1)], "more")] };
  expect(arrivals(short, extended(short, column(1, "first_contact", [card(2)])))).toEqual([]);
});

test("glyphs fill over the open stages alone", () => {
  expect([...fillings(board.columns)]).toEqual([
    [1, 0],
    [2, 1],
  ]);
});
