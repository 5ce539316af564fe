import { expect, it } from "vitest";
import { openSession } from "./session";

it("keeps what was set over a reload", () => {
  openSession("a").set({ visitor: "v", read: 3 });
  openSession("a").set({ read: 5 });
  expect(openSession("a").get()).toEqual({ visitor: "v", read: 5 });
  expect(openSession("b").get()).toEqual({});
});

it("lives in the page when the page forbids storage", () => {
  const session = openSession("c", () => {
    throw new DOMException("denied", "SecurityError");
  });
  session.set({ visitor: "v" });
  session.set({ acted: 1 });
  expect(session.get()).toEqual({ visitor: "v", acted: 1 });
});

it("forgets what somebody else broke", () => {
  localStorage.setItem("orbita-chat:d", "{not json");
  expect(openSession("d").get()).toEqual({});
});
