import { expect, it } from "vitest";
import { safeReturn } from "./SignInPage";

it.each([
  ["/tariffs?state=on", "/tariffs?state=on"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  [null, "/"],
])("after signing in %s leads to %s", (wish, to) => {
  expect(safeReturn(wish)).toBe(to);
});
