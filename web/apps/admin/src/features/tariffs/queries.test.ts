import { expect, it } from "vitest";
import { reordered } from "./queries";

it("moves one and keeps the others in their order", () => {
  expect(reordered(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(reordered(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(reordered(["a"], 5, 0)).toEqual(["a"]);
});
