import { type RefObject, useEffect, useState } from "react";

const SPARE = 12;

/**
 * Which rows of equal height are seen, a few more above and below. A library for this measures every row, which ours do
 * not need: it would be a tenth of what the page loads.
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, height: number) {
  const [seen, setSeen] = useState({ first: 0, last: 40 });
  useEffect(() => {
    const box = scroller.current;
    if (!box) {
      return;
    }
    const look = () => {
      const first = Math.max(0, Math.floor(box.scrollTop / height) - SPARE);
      const last = Math.ceil((box.scrollTop + box.clientHeight) / height) + SPARE;
      setSeen((old) => (old.first === first && old.last === last ? old : { first, last }));
    };
    look();
    box.addEventListener("scroll", look, { passive: true });
    const watch = typeof ResizeObserver === "undefined" ? undefined : new ResizeObserver(look);
    watch?.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      watch?.disconnect();
    };
  }, [scroller, height]);

  const last = Math.min(count - 1, seen.last);
  const first = Math.min(seen.first, Math.max(0, last - 1));
  return {
    indexes: Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i),
    last,
    total: count * height,
    /** Brings a row into sight, not under the head of `head` pixels. */
    reveal: (index: number, head: number) => {
      const box = scroller.current;
      if (box) {
        const top = index * height;
        box.scrollTop = Math.max(Math.min(box.scrollTop, top), top + height + head - box.clientHeight);
      }
    },
  };
}
