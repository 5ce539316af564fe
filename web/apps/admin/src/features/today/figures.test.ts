import { expect, test } from "vitest";
import { amountOf, changeOf, courseOf, sum } from "./figures";

const rows = (values: number[]) =>
  values.map((count, i) => ({ key: String(i), title: "", values: { new_clients: { count, people: count } } }));

test("sixty days are cut into thirty and the thirty before", () => {
  const all = Array.from({ length: 60 }, (_, i) => i + 1);
  const { course, before } = courseOf(rows(all), "new_clients", 30);
  expect([course[0], course.at(-1), course.length]).toEqual([31, 60, 30]);
  expect([before[0], before.at(-1), before.length]).toEqual([1, 30, 30]);
});

test("a business that is younger than sixty days has a shorter former period", () => {
  const { course, before } = courseOf(rows([1, 2, 3, 4]), "new_clients", 3);
  expect(course).toEqual([2, 3, 4]);
  expect(before).toEqual([1]);
  expect(courseOf(rows([1, 2]), "new_clients", 3)).toEqual({ course: [1, 2], before: [] });
});

test("a figure that is missing is nothing, money is read as it is written", () => {
  expect(amountOf(undefined)).toBe(0);
  expect(amountOf({ money: { amount: "2990.50" } })).toBe(2990.5);
  expect(amountOf({ ratio: 0.25 })).toBe(0.25);
  expect(sum([0.5, 0.25])).toBe(0.75);
});

test("nothing before is no change to speak of", () => {
  expect(changeOf(3, 0)).toBeUndefined();
  expect(changeOf(3, 2)).toBe(0.5);
  expect(changeOf(0, 4)).toBe(-1);
});
