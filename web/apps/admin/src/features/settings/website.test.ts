import { expect, test } from "vitest";
import { linesOf, sectionOf, type Website } from "./website";

const site = {
  offer: { title: "Сильнее", lead: "", button: "Начать", facts: [{ value: "12", label: "недель | без боли" }] },
  search: { title: "Т", description: "О", indexed: false, picture: "p.webp" },
  legal: { operator: "ИП", consent: "Да", privacy_url: "https://a.ru" },
} as unknown as Website;

test("a section goes through the form unharmed", () => {
  for (const section of ["offer", "search", "legal"] as const) {
    expect(sectionOf(site, section, linesOf(site, section))).toEqual(site[section]);
  }
});

test("an address taken away is absent, an empty line is no item", () => {
  expect(sectionOf(site, "legal", { ...linesOf(site, "legal"), privacy_url: " " })).not.toHaveProperty("privacy_url");
  expect(sectionOf(site, "offer", { ...linesOf(site, "offer"), facts: "7 | дней\n\n 3 | раза" })).toMatchObject({
    facts: [
      { value: "7", label: "дней" },
      { value: "3", label: "раза" },
    ],
  });
});
