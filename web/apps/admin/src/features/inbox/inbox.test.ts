import { describe, expect, test } from "vitest";
import { withDraft } from "./drafts";
import { presets } from "./later";
import type { Template } from "./queries";
import { offered, rendered, slashOf, unknownVariable } from "./templates";

describe("a template says", () => {
  test("what is known, and drops what is not with the comma before it", () => {
    expect(rendered("Здравствуйте, {first_name}! Это {staff}.", { first_name: "Вера", staff: "Игорь" })).toBe(
      "Здравствуйте, Вера! Это Игорь.",
    );
    expect(rendered("Здравствуйте, {name}! Ждём вас в {business}", { business: "Студия" })).toBe(
      "Здравствуйте! Ждём вас в Студия",
    );
    expect(rendered("{name}, добрый день", { name: "  " })).toBe(", добрый день");
  });

  test("braces with anything else as they stand, and the form says so first", () => {
    expect(rendered("Цена {price}", {})).toBe("Цена {price}");
    expect(unknownVariable("Цена {price}, {name}")).toBe("price");
    expect(unknownVariable("{name} {first_name} {business} {staff}")).toBeUndefined();
  });

  test("is asked for by a slash that begins a word", () => {
    expect(slashOf("/це", 3)).toEqual({ asked: "це", from: 0 });
    expect(slashOf("Вера, /", 7)).toEqual({ asked: "", from: 6 });
    expect(slashOf("и/или", 5)).toBeUndefined();
    expect(slashOf("/цена потом", 11)).toBeUndefined();
    expect(slashOf("https://x", 9)).toBeUndefined();
  });

  test("is offered by its shortcut before its name before its words", () => {
    const make = (id: number, title: string, shortcut: string | undefined, text: string) =>
      ({ id, title, shortcut, text }) as Template;
    const all = [
      make(1, "Приветствие", "привет", "Здравствуйте"),
      make(2, "Расписание", undefined, "Цена ниже утром"),
      make(3, "Про стоимость", "цена", "2990"),
      make(4, "Цены и сроки", undefined, "Список"),
    ];
    expect(offered(all, "цен").map(({ id }) => id)).toEqual([3, 4, 2]);
    expect(offered(all, "").map(({ id }) => id)).toHaveLength(4);
    expect(offered(all, "йога")).toEqual([]);
  });
});

describe("drafts", () => {
  test("an empty one is forgotten and the fifty newest are kept", () => {
    let drafts = {};
    for (let id = 1; id <= 60; id++) {
      drafts = withDraft(drafts, id, `слова ${id}`);
    }
    expect(Object.keys(drafts)).toHaveLength(50);
    expect(drafts).not.toHaveProperty("c10");
    expect(drafts).toHaveProperty("c60", "слова 60");
    // An old conversation that is written in again is a new draft.
    drafts = withDraft(drafts, 5, "снова");
    expect(drafts).toHaveProperty("c5", "снова");
    expect(drafts).not.toHaveProperty("c11");
    expect(withDraft(drafts, 60, "  ")).not.toHaveProperty("c60");
    expect(withDraft(drafts, 60, "другие")).toHaveProperty("c60", "другие");
  });
});

describe("usual moments", () => {
  const at = (iso: string) => presets(Date.parse(iso), "Europe/Moscow").map(({ id, at: when }) => [id, when]);

  test("stand on the clock of the business", () => {
    // Tuesday, 10:02 in Moscow.
    expect(at("2026-12-01T07:02:00Z")).toEqual([
      ["hour", "2026-12-01T08:05:00.000Z"],
      ["evening", "2026-12-01T15:00:00.000Z"],
      ["tomorrow", "2026-12-02T06:00:00.000Z"],
      ["monday", "2026-12-07T06:00:00.000Z"],
    ]);
  });

  test("leave out what is past, near or said twice", () => {
    // Sunday, 17:00 in Moscow: six is in an hour, and Monday is tomorrow.
    expect(at("2026-12-06T14:00:00Z").map(([id]) => id)).toEqual(["hour", "tomorrow"]);
    // Late in the evening in UTC it is the next day already in Moscow.
    expect(at("2026-12-01T22:00:00Z")[2]).toEqual(["tomorrow", "2026-12-03T06:00:00.000Z"]);
  });
});
