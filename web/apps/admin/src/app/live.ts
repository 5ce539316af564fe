import { listen } from "@orbita/api";
import { useEffect } from "react";
import { features } from "./feature";
import { queries } from "./queries";

/** Hears what happens on the server and makes the concerned features ask anew; what is not on the screen waits. */
export function useLive(): void {
  useEffect(() => {
    const stop = new AbortController();
    let due = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A broadcast tells of hundreds within a second: one question answers them all.
    const soon = (ids: Iterable<string>) => {
      for (const id of ids) {
        due.add(id);
      }
      timer ??= setTimeout(() => {
        const now = due;
        due = new Set();
        timer = undefined;
        void queries.invalidateQueries({ predicate: (query) => now.has(String(query.queryKey[0])) });
      }, 400);
    };
    void listen(
      ({ kind }) => soon(features.filter((feature) => feature.live?.includes(kind)).map((feature) => feature.id)),
      () => soon(features.map((feature) => feature.id)),
      stop.signal,
    );
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
}
