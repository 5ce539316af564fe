import { Tooltip as T } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

const mac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** «Ctrl» or «⌘», as the platform calls it. */
export const keyName = (key: string): string => (key === "Mod" ? (mac ? "⌘" : "Ctrl") : key);

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="tnum inline-flex h-[18px] min-w-[18px] items-center justify-center rounded border border-line-2 bg-surface px-1 font-sans text-2xs text-fg-3">
      {children}
    </kbd>
  );
}

/** Keys of a shortcut, «Mod K» or «G P», as a row of caps. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(" ").map((key) => (
        <Kbd key={key}>{keyName(key)}</Kbd>
      ))}
    </span>
  );
}

/** A name for what shows only an icon, with its key. */
export function Tip({
  label,
  kbd,
  side = "top",
  children,
}: {
  label: string;
  kbd?: string | undefined;
  side?: "top" | "right" | "bottom" | "left";
  children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <T.Root>
      <T.Trigger render={children} />
      <T.Portal>
        <T.Positioner sideOffset={6} side={side} className="z-70">
          <T.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-fg px-2 py-1 text-xs text-bg shadow-pop transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {label}
            {kbd && <span className="opacity-60">{kbd.split(" ").map(keyName).join(" ")}</span>}
          </T.Popup>
        </T.Positioner>
      </T.Portal>
    </T.Root>
  );
}

export const TooltipProvider = T.Provider;
