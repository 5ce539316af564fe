import { expect, test } from "vitest";
import { clockOf, daysSince, momentOf, weekOf } from "./moment";

test("a clock of the business becomes the moment it means, on both sides of summer time", () => {
  expect(momentOf("2026-12-01T10:00", "Europe/Moscow")).toBe("2026-12-01T07:00:00.000Z");
  expect(momentOf("2026-12-01T10:00", "Asia/Vladivostok")).toBe("2026-12-01T00:00:00.000Z");
  expect(momentOf("2026-03-29T01:30", "Europe/Berlin")).toBe("2026-03-29T00:30:00.000Z");
  expect(momentOf("2026-03-29T03:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  expect(momentOf("мусор", "Europe/Moscow")).toBeUndefined();
  expect(momentOf(null)).toBeUndefined();
});

test("weeks are counted from one and end with the programme", () => {
  const start = "2026-11-01T00:00:00Z";
  expect(weekOf(start, 12, Date.parse("2026-11-01T00:00:00Z"))).toBe(1);
  expect(weekOf(start, 12, Date.parse("2026-11-08T00:00:00Z"))).toBe(2);
  expect(weekOf(start, 1, Date.parse("2026-11-08T00:00:00Z"))).toBeUndefined();
  expect(weekOf(start, 12, Date.parse("2026-10-31T00:00:00Z"))).toBeUndefined();
  expect(weekOf(null, 12)).toBeUndefined();
});

test("days are whole and never negative", () => {
  expect(daysSince("2026-11-01T12:00:00Z", Date.parse("2026-11-03T11:59:00Z"))).toBe(1);
  expect(daysSince("2026-11-05T00:00:00Z", Date.parse("2026-11-03T00:00:00Z"))).toBe(0);
});

test("a clock and its moment are one, on both sides of summer time", () => {
  for (const moment of ["2026-03-29T00:30:00.000Z", "2026-03-29T01:30:00.000Z", "2026-12-01T09:05:00.000Z"]) {
    expect(momentOf(clockOf(moment, "Europe/Berlin"), "Europe/Berlin")).toBe(moment);
  }
  expect(clockOf("2026-12-01T09:05:00Z", "Asia/Vladivostok")).toBe("2026-12-01T19:05");
});
