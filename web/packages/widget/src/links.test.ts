import { describe, expect, it } from "vitest";
import { safeUrl, withLinks } from "./links";

describe("safeUrl", () => {
  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "",
    null,
  ])("refuses %s", (url) => expect(safeUrl(url, "https://crm.example")).toBeUndefined());
  it("resolves what the server gives without a host", () =>
    expect(safeUrl("/api/files/1", "https://crm.example")).toBe("https://crm.example/api/files/1"));
});

describe("withLinks", () => {
  it("leaves the full stop to the sentence", () =>
    expect(withLinks("Вот: https://a.example/x?y=1. Откройте.")).toEqual([
      "Вот: ",
      "https://a.example/x?y=1",
      ". Откройте.",
    ]));
  it("finds no link in another scheme", () =>
    expect(withLinks("javascript:alert(1)")).toEqual(["javascript:alert(1)"]));
  it("keeps every character", () => {
    const text = "a https://x.example/(y) <b>https://z.example</b> «https://q.example»";
    expect(withLinks(text).join("")).toBe(text);
  });
});
