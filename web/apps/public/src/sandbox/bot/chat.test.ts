import { expect, it } from "vitest";
import type { ThreadLine } from "../types";
import { arrived } from "./chat";

const line = (id: string, text: string, kind = "text"): ThreadLine => ({ id, at: "2026-11-20T10:00:00Z", kind, text });
const draft = (text: string, ...before: string[]) => ({ text, before: new Set(before) });

it("a draft stands until the thread shows it, however often the same was said before", () => {
  expect(arrived(draft("да", "g1"), [line("g1", "да")])).toBe(false);
  expect(arrived(draft("да", "g1"), [line("g1", "да"), line("g2", "да")])).toBe(true);
  expect(arrived(draft("да", "g1"), [line("g1", "да"), line("g2", "нет")])).toBe(false);
});

it("a shared phone is shown by the thread without its number", () => {
  expect(arrived(draft("+79161234567"), [{ id: "g1", at: "2026-11-20T10:00:00Z", kind: "contact" }])).toBe(true);
});
