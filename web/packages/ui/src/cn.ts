import { type ClassValue, clsx } from "clsx";
import { createTailwindMerge } from "tailwind-merge";

const any = [() => true];
const size = ["2xs", "xs", "sm", "base", "md", "lg", "xl", "2xl", "3xl", (value: string) => /^\[\d/.test(value)];
const all = (...names: string[]) => Object.fromEntries(names.map((name) => [name, [{ [name]: any }]]));

/**
 * The groups of classes that one component overrides of another, in which the later wins; what stands in no group is left
 * as it is. The library's own table knows all of Tailwind and weighs more than a page.
 */
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  separator: ":",
  theme: {},
  classGroups: {
    ...all("w", "h", "size", "min-w", "max-w", "min-h", "max-h"),
    ...all("p", "px", "py", "pt", "pr", "pb", "pl", "m", "mx", "my", "mt", "mr", "mb", "ml"),
    ...all("gap", "gap-x", "gap-y", "inset", "inset-x", "inset-y", "top", "right", "bottom", "left", "z"),
    ...all("leading", "tracking", "bg", "shadow", "opacity", "justify", "items", "self", "grid-cols", "col-span"),
    display: ["block", "inline-block", "inline", "flex", "inline-flex", "grid", "inline-grid", "contents", "hidden"],
    position: ["static", "fixed", "absolute", "relative", "sticky"],
    "font-size": [{ text: size }],
    "text-alignment": [{ text: ["left", "center", "right"] }],
    "text-color": [{ text: any }],
    "font-weight": [{ font: ["normal", "medium", "semibold", "bold"] }],
    "border-w": [{ border: ["", "0", "2", "4"] }],
    "border-color": [{ border: ["line", "line-2", "line-3", "transparent", "accent", "danger", "fg"] }],
    rounded: [{ rounded: ["", "none", "sm", "md", "lg", "xl", "2xl", "full"] }],
    overflow: [{ overflow: ["auto", "hidden", "clip", "visible", "scroll"] }],
    whitespace: [{ whitespace: any }],
  },
  conflictingClassGroups: {
    size: ["w", "h"],
    p: ["px", "py", "pt", "pr", "pb", "pl"],
    px: ["pr", "pl"],
    py: ["pt", "pb"],
    m: ["mx", "my", "mt", "mr", "mb", "ml"],
    mx: ["mr", "ml"],
    my: ["mt", "mb"],
    gap: ["gap-x", "gap-y"],
    inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
    "inset-x": ["right", "left"],
    "inset-y": ["top", "bottom"],
    "font-size": ["leading"],
  },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [
    "*",
    "**",
    "after",
    "backdrop",
    "before",
    "first-letter",
    "first-line",
    "marker",
    "placeholder",
    "selection",
  ],
}));

export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
