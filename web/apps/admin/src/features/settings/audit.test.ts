import { expect, test } from "vitest";
import { deedIn, factsOf } from "./audit";

const words = { fact: (name: string) => `<${name}>`, role: (role: string) => `роль ${role}`, yes: "да", no: "нет" };

test("facts are said in words, and a fact that is new keeps its name", () => {
  expect(factsOf({ role: "ADMIN", was: "TRAINER", active: true, fields: ["name", "tags"], fresh: 3 }, words)).toBe(
    "<role>: роль admin; <was>: роль trainer; <active>: да; <fields>: name, tags; fresh: 3",
  );
  expect(factsOf({ amount: { amount: "2990.00", currency: "RUB" } }, words)).toBe("<amount>: 2990.00 RUB");
});

test("a deed that the page does not know yet stands by its code", () => {
  const all = [{ deed: "users.create", text: "Новый сотрудник", text_en: "Colleague added" }];
  expect(deedIn(all, "users.create")).toBe("Новый сотрудник");
  expect(deedIn(all, "users.new-thing")).toBe("users.new-thing");
  expect(deedIn(undefined, "users.create")).toBe("users.create");
});
