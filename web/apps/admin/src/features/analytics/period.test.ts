import { setZone } from "@orbita/i18n";
import { expect, test } from "vitest";
import { before, grainOf, lengthOf, periodOf } from "./period";

test("the last thirty days hold today, on the business's clock", () => {
  setZone("Asia/Vladivostok");
  // Already the first of December there.
  expect(periodOf("month", new Date("2026-11-30T20:00:00Z"))).toEqual({ from: "2026-11-02", to: "2026-12-01" });
  setZone(undefined);
});

test("the period before is as long and touches this one", () => {
  const period = { from: "2026-03-01", to: "2026-03-31" };
  expect(before(period)).toEqual({ from: "2026-01-29", to: "2026-02-28" });
  expect(lengthOf(before(period))).toBe(lengthOf(period));
});

test("a year is not drawn by days", () => {
  expect(grainOf({ from: "2026-11-30", to: "2026-11-30" })).toBe("day");
  expect(grainOf({ from: "2026-01-01", to: "2026-12-31" })).toBe("month");
});
