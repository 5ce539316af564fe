import { expect, it } from "vitest";
import { dawn, nextDay } from "./days";

it("begins a day by the clocks of the business", () => {
  expect(dawn("2026-12-01", "Europe/Moscow")).toBe("2026-11-30T21:00:00.000Z");
  expect(dawn("2026-12-01", "Asia/Kamchatka")).toBe("2026-11-30T12:00:00.000Z");
});

it("begins a day rightly on both sides of a change of the clocks", () => {
  expect(dawn("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
  expect(dawn("2026-03-30", "Europe/Berlin")).toBe("2026-03-29T22:00:00.000Z");
});

it("goes on to the next month", () => {
  expect(nextDay("2026-02-28")).toBe("2026-03-01");
});
