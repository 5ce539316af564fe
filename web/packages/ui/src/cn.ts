import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our own names have to be told, or a size is taken for a colour and dropped.
const merge = extendTailwindMerge({
  extend: { theme: { text: ["2xs"], shadow: ["card", "card-h", "pop", "field"] } },
});

export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
