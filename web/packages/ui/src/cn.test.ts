import { expect, it } from "vitest";
import { cn } from "./cn";

it.each([
  ["the later size wins", ["h-7 px-2.5", "size-7 px-0"], "size-7 px-0"],
  ["a size of text is no colour", ["text-2xs text-fg-3", "text-accent-text"], "text-2xs text-accent-text"],
  ["nor the other way round", ["text-sm text-fg", "text-xs"], "text-fg text-xs"],
  ["a state of its own stays", ["hover:bg-hover bg-raised", "bg-accent"], "hover:bg-hover bg-accent"],
  ["the same state is overridden", ["max-md:w-auto w-84", "max-md:w-full"], "w-84 max-md:w-full"],
  ["one side stays beside the other", ["px-4 pt-2", "py-1"], "px-4 py-1"],
  ["our own shadows", ["shadow-card", "shadow-pop"], "shadow-pop"],
  ["what nobody knows is left", ["tnum fade-in", "tnum"], "tnum fade-in tnum"],
])("%s", (_, given, wanted) => {
  expect(cn(...given)).toBe(wanted);
});
