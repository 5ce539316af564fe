export const kinds = ["message", "note", "call", "task"] as const;
export type Kind = (typeof kinds)[number];

const hearers = new Set<(kind: Kind) => void>();
let waiting: Kind | undefined;

/** Asks the composer to take a kind and the focus; one that is not there yet does so when it comes. */
export function writeTo(kind: Kind): void {
  waiting = hearers.size === 0 ? kind : undefined;
  for (const hearer of hearers) {
    hearer(kind);
  }
}

/** Told of what is asked for; answers how to stop. */
export function hearWrite(hearer: (kind: Kind) => void): () => void {
  hearers.add(hearer);
  if (waiting) {
    hearer(waiting);
    waiting = undefined;
  }
  return () => void hearers.delete(hearer);
}
