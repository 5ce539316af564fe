import { useSyncExternalStore } from "react";

const query = () => matchMedia("(max-width: 47.99rem)");

/** Whether the screen is a phone's: lists take two lines, panels the whole width. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      const list = query();
      list.addEventListener("change", watcher);
      return () => list.removeEventListener("change", watcher);
    },
    () => query().matches,
    () => false,
  );
