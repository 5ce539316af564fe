import { expect, it } from "vitest";
import { askedOf, filterOf, narrows, nothing, same } from "./filters";

it("leaves out what is off, and reads back what it wrote", () => {
  expect(askedOf(nothing)).toEqual({});
  const filter = { ...nothing, q: "  Анна ", tag: "vip", paid: "no" as const, staff: 3, from: "2026-11-01" };
  expect(askedOf(filter)).toEqual({
    q: "Анна",
    tag: "vip",
    assigned_to: 3,
    has_paid: false,
    created_from: "2026-11-01",
  });
  expect(filterOf(askedOf(filter))).toEqual({ ...filter, q: "Анна" });
});

it("takes a view for changed only when it shows other people", () => {
  expect(same({ tag: "vip", archived: false }, { tag: "vip" })).toBe(true);
  expect(same({ tag: "vip", has_paid: false }, { tag: "vip" })).toBe(false);
  expect(narrows(nothing)).toBe(false);
  expect(narrows({ ...nothing, archived: true })).toBe(true);
});
