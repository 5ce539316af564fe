import { expect, it } from "vitest";
import { readDelay, writeDelay } from "./delay";

it.each(["PT20M", "PT2H", "P7D"])("writes %s as it was read", (text) => {
  const delay = readDelay(text);
  expect(delay && writeDelay(delay)).toBe(text);
});

it("leaves alone what it cannot show in one number", () => {
  expect(readDelay("P1DT2H")).toBeUndefined();
  expect(readDelay(null)).toBeUndefined();
  expect(readDelay("soon")).toBeUndefined();
});
