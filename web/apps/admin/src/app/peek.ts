import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useAddress } from "@/lib/address";

let listed: readonly number[] = [];
const watchers = new Set<() => void>();

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

/** The client shown beside the page, as `?client=12` in the address: any page opens it, the feature `client` shows it. */
export function usePeek() {
  const [params, change] = useAddress();
  const given = Number(params.get("client"));
  const id = Number.isSafeInteger(given) && given > 0 ? given : undefined;
  const open = useCallback(
    (next: number | undefined) =>
      change((old) => {
        const changed = new URLSearchParams(old);
        if (next === undefined) {
          changed.delete("client");
        } else {
          changed.set("client", String(next));
        }
        return changed;
      }, true),
    [change],
  );
  return { id, open };
}

/** Told by a list or a board: J and K of the peek walk through these, in this order. */
export function usePeekList(ids: readonly number[]): void {
  useEffect(() => {
    listed = ids;
    for (const watcher of watchers) {
      watcher();
    }
    return () => {
      listed = [];
    };
  }, [ids]);
}

/** What the peek walks through. */
export const usePeekNeighbours = (): readonly number[] => useSyncExternalStore(watch, () => listed);
