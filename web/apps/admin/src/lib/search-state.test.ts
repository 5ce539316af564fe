import { describe, expect, it } from "vitest";
import { day, flag, id, idOr, list, oneOf, readAll, text, writeAll } from "./search-state";

const parts = {
  q: text(),
  state: oneOf(["all", "on", "off"]),
  open: idOr("new"),
  mine: flag(),
  day: day(),
  tag: list(),
  at: id(),
};

describe("the state in the address", () => {
  it("comes back as it went", () => {
    const value = {
      q: "Анна & Co",
      state: "on",
      open: "new",
      mine: true,
      day: "2026-11-30",
      tag: ["a", "b,c"],
      at: 7,
    } as const;
    const written = writeAll(parts, { ...value, tag: [...value.tag] }, new URLSearchParams("foreign=1"));
    expect(written.get("foreign")).toBe("1");
    expect(readAll(parts, new URLSearchParams(written.toString()))).toEqual(value);
  });

  it("writes no defaults", () => {
    const standard = readAll(parts, new URLSearchParams());
    expect(writeAll(parts, standard, new URLSearchParams()).toString()).toBe("");
  });

  it.each(["state=broken", "open=-1", "open=1e9", "day=30.11.2026", "at=9999999999999999999", "mine=yes"])(
    "reads %s as absent",
    (address) => {
      expect(readAll(parts, new URLSearchParams(address))).toEqual(readAll(parts, new URLSearchParams()));
    },
  );
});
