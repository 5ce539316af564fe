import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("what a client wrote cannot become a formula", () => {
  expect(csvOf([["=1+1", "@sum(a1)", "+cmd|x", "-2+3", "\t=1", "  =1"]])).toBe(
    "'=1+1;'@sum(a1);'+cmd|x;'-2+3;'\t=1;'  =1",
  );
});

test("numbers stay numbers, also below nought", () => {
  expect(csvOf([[-12.5, 0, null, "-7", "+79990001122"]])).toBe("-12.5;0;;-7;+79990001122");
});

test("separators, quotes and breaks stay in their cell", () => {
  expect(csvOf([["Курс; «Старт»", 'он сказал "да"', "две\nстроки"], ["а"]])).toBe(
    '"Курс; «Старт»";"он сказал ""да""";"две\nстроки"\r\nа',
  );
});
