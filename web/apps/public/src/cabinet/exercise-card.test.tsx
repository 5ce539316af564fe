import { expect, test } from "vitest";
import { readWeight } from "./exercise-card";

test.each([
  ["78,5", 78.5],
  [" 20 ", 20],
  ["0", 0],
  ["", null],
  ["500", 500],
  ["500,01", undefined],
  ["-5", undefined],
  ["двадцать", undefined],
])("«%s» is %s kilograms", (text, kilograms) => {
  expect(readWeight(text)).toBe(kilograms);
});
