import { expect, it } from "vitest";
import { ranked } from "./rank";

const names = ["Артём Комаров", "Мария Соколова", "Комарова Ольга", "Тариф «Марафон»"];
const find = (wish: string) => ranked(names, wish, (name) => name);

it("puts the beginning of a name before the beginning of a word, and that before a part", () => {
  expect(find("мар")).toEqual(["Мария Соколова", "Артём Комаров", "Комарова Ольга", "Тариф «Марафон»"]);
  expect(find("ком")).toEqual(["Комарова Ольга", "Артём Комаров"]);
});

it("takes «е» for «ё»", () => {
  expect(find("артем")).toEqual(["Артём Комаров"]);
});
