import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useEffect, useState } from "react";

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

export type Side = "top" | "right" | "bottom" | "left";

/**
 * A name for what shows only an icon, with its key. The trigger only carries the words; the layer that shows them is one
 * for the whole page and comes when the page stands still, since no first look needs it.
 */
export function Tip({
  label,
  kbd,
  side = "top",
  children,
}: {
  label: string;
  kbd?: string | undefined;
  side?: Side;
  children: ReactElement<Record<string, unknown>>;
}) {
  return cloneElement(children, {
    "data-tip": label,
    "data-tip-side": side,
    ...(kbd && { "data-tip-keys": kbd.split(" ").map(keyName).join(" ") }),
  });
}

const Layer = lazy(() => import("./tip-layer"));

/** Shows the words of every `Tip` under it. */
export function TooltipProvider({ delay, children }: { delay: number; children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 800);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {children}
      <Suspense>{ready && <Layer delay={delay} />}</Suspense>
    </>
  );
}
