import { useSyncExternalStore } from "react";

type Dragging = typeof import("./drag");

let loaded: Dragging | undefined;
const watchers = new Set<() => void>();

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  if (watchers.size === 1 && !loaded) {
    import("./drag").then(
      (module) => {
        loaded = module;
        for (const each of watchers) {
          each();
        }
      },
      // Without it the board still moves cards by keys and menus.
      () => undefined,
    );
  }
  return () => void watchers.delete(watcher);
};

/** Dragging, once it has come. */
export const useDrag = (): Dragging | undefined =>
  useSyncExternalStore(
    watch,
    () => loaded,
    () => undefined,
  );
