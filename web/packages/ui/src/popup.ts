import { cn } from "./cn";

/** The look of all that floats beside its anchor. */
export const popupClass = cn(
  "z-50 min-w-44 origin-[var(--transform-origin)] rounded-lg bg-raised p-1 text-sm text-fg shadow-pop outline-none",
  "transition-[transform,opacity] duration-100 ease-out data-[ending-style]:opacity-0",
  "data-[starting-style]:scale-[0.97] data-[starting-style]:opacity-0",
);

/** One line of a menu or a list of choices. */
export const itemClass = cn(
  "flex min-h-7.5 items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-[highlighted]:bg-hover touch:min-h-11",
  "data-[disabled]:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg:not(.tint-fg):not([class*=text-])]:text-fg-3",
);

export const backdropClass = cn(
  "fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0",
);
