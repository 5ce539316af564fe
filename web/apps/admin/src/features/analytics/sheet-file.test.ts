import { expect, test } from "vitest";
import { csv } from "./sheet-file";

test("a table opens in a Russian Excel with its numbers as numbers", () => {
  expect(
    csv([
      ["Источник", "Доля", "Сумма"],
      ["vk", 0.5, 2990.1],
      ["site", null, -5],
    ]),
  ).toBe("\uFEFFИсточник;Доля;Сумма\r\nvk;0,5;2990,1\r\nsite;;-5\r\n");
});

test("a name from a stranger is neither a formula nor a new column", () => {
  expect(csv([['=HYPERLINK("x")'], ["@a"], ["-1+1"], ['a;"b"'], ["a\nb"]])).toBe(
    '\uFEFF"\'=HYPERLINK(""x"")"\r\n\'@a\r\n\'-1+1\r\n"a;""b"""\r\n"a\nb"\r\n',
  );
});
