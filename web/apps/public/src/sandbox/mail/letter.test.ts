import { expect, it } from "vitest";
import { letterPage } from "./letter";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

it("shows markup of strangers as text", () => {
  const page = parse(
    letterPage(
      {
        text: '<script>alert(1)</script><img src=x onerror="alert(1)">',
        links: [{ text: "<b>Жирно</b>", url: 'https://a.example/"onmouseover="alert(1)' }],
      },
      "/letter.css",
    ),
  );
  expect(page.querySelector("script,img,b,[onmouseover]")).toBeNull();
  expect(page.body.textContent).toContain("<script>alert(1)</script>");
  expect(page.querySelector("a")?.textContent).toBe("<b>Жирно</b>");
});

it("makes no link that runs", () => {
  const page = parse(
    letterPage({ text: "javascript:alert(1)", links: [{ text: "Плохо", url: "javascript:alert(1)" }] }, "/letter.css"),
  );
  expect(page.querySelector("a")).toBeNull();
  expect(page.body.textContent).toContain("Плохо");
});

it("follows addresses in the text in a new window", () => {
  const link = parse(
    letterPage({ text: "Смотрите https://a.example/x?a=1&b=2.", links: [] }, "/letter.css"),
  ).querySelector("a");
  expect(link?.getAttribute("href")).toBe("https://a.example/x?a=1&b=2");
  expect(link?.target).toBe("_blank");
  expect(link?.rel).toContain("noopener");
});
