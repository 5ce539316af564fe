import { useSyncExternalStore } from "react";

/** Whether the screen is a phone's: lists take two lines, panels the whole width. `below` in rem, where a page needs room sooner. */
export const useNarrow = (below = 48): boolean => {
  const query = () => matchMedia(`(max-width: ${below - 0.01}rem)`);
  return useSyncExternalStore(
    (watcher) => {
      const list = query();
      list.addEventListener("change", watcher);
      return () => list.removeEventListener("change", watcher);
    },
    () => query().matches,
    () => false,
  );
};
