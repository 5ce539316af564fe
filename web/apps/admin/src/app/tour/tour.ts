import { useSyncExternalStore } from "react";

/** What is shown, in this order; each on the page where it lives. */
export const stops = [
  { id: "today", to: "/today" },
  { id: "inbox", to: "/inbox" },
  { id: "pipeline", to: "/pipeline" },
  { id: "clients", to: "/clients" },
  { id: "payments", to: "/payments" },
  { id: "bot", to: "/today" },
] as const;
export type Stop = (typeof stops)[number]["id"];

const AT = "orbita.tour.at";
const OFFER = "orbita.tour.offer";

const read = (store: Storage, key: string): string | null => {
  try {
    return store.getItem(key);
  } catch {
    return null;
  }
};
const write = (store: Storage, key: string, value: string | null): void => {
  try {
    if (value === null) {
      store.removeItem(key);
    } else {
      store.setItem(key, value);
    }
  } catch {
    // It lives as long as the page then.
  }
};

/** Which stop a kept word means; none for anything else. */
export function stopOf(kept: string | null): number | undefined {
  const at = kept !== null && /^\d$/.test(kept) ? Number(kept) : undefined;
  return at !== undefined && at < stops.length ? at : undefined;
}

// A reload in mid-tour goes on where it was; another tab is not drawn in.
let at = stopOf(read(sessionStorage, AT));
let offered = read(localStorage, OFFER) !== "seen";
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
const changed = () => {
  for (const watcher of watchers) {
    watcher();
  }
};

/** Goes to a stop; ends the tour without one. */
export function tourTo(next: number | undefined): void {
  at = next;
  write(sessionStorage, AT, next === undefined ? null : String(next));
  putOfferAway();
}

/** The offer is made once; the tour itself stays in the menu. */
export function putOfferAway(): void {
  offered = false;
  write(localStorage, OFFER, "seen");
  changed();
}

/** The stop that is shown now. */
export const useTour = (): number | undefined => useSyncExternalStore(watch, () => at);

/** Whether nobody has looked at or refused the tour in this browser. */
export const useTourOffered = (): boolean => useSyncExternalStore(watch, () => offered);
