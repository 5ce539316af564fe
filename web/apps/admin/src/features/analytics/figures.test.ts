import { speakUp } from "@orbita/i18n";
import { beforeAll, expect, test } from "vitest";
import { bare, change, rowTitle, shown } from "./figures";

beforeAll(() => speakUp(["common", "analytics"], "ru"));

test("nothing to divide by is a dash, not a nought", () => {
  expect(shown({})).toBe("—");
  expect(shown({ count: 0 })).toBe("0");
  expect(bare({})).toBeNull();
});

test("a change needs a former number", () => {
  expect(change({ count: 3 }, { count: 0 })).toBeUndefined();
  expect(change({ count: 3 }, { count: 2 })).toMatchObject({ up: true });
  expect(
    change({ money: { amount: "50.00", currency: "RUB" } }, { money: { amount: "100.00", currency: "RUB" } }),
  ).toMatchObject({
    up: false,
  });
});

test("a time is told coarsely", () => {
  expect(shown({ seconds: 25 })).toBe("25 с");
  expect(shown({ seconds: 7200 })).toBe("2 ч");
});

test("people without a mark have a name in words", () => {
  expect(rowTitle("sources", { key: "(none)", title: "", values: {} })).toBe("Не указано");
  expect(rowTitle("sources", { key: "vk", title: "", values: {} })).toBe("ВКонтакте");
});
