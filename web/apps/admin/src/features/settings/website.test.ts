import { expect, test } from "vitest";
import { linesOf, sectionOf, translated, type Website } from "./website";

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

test("blocks go to the person by name and come back as codes, whatever the case", () => {
  const names = new Map([
    ["steps", "Как это работает"],
    ["form", "Форма заявки"],
  ]);
  const shown = translated({ blocks: "steps\nform" }, "layout", names);
  expect(shown).toEqual({ blocks: "Как это работает\nФорма заявки" });
  const codes = new Map([...names].map(([code, name]) => [name, code]));
  expect(translated({ blocks: "форма заявки\n Как это работает\nчужой" }, "layout", codes)).toEqual({
    blocks: "form\nsteps\nчужой",
  });
});
