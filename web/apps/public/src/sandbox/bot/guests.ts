import { useState } from "react";

/** Who writes to the bot: a chat id that looks like Telegram's, and a name. */
export type Guest = { id: number; name: string };

type Kept = { current: number | undefined; list: Guest[] };

const MOST = 20;

function read(key: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    if (kept && Array.isArray(kept.list)) {
      const list = kept.list.filter((it) => Number.isSafeInteger(it?.id) && it.id > 0 && typeof it.name === "string");
      return { current: list.some((it) => it.id === kept.current) ? kept.current : list[0]?.id, list };
    }
  } catch {
    // Storage may be forbidden or spoilt: a new guest then.
  }
  return { current: undefined, list: [] };
}

function write(key: string, kept: Kept) {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // The guest lives as long as the page.
  }
}

/** Ids of Telegram's size that nobody guesses. */
function newId(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return 1_000_000_000 + (high % 1_000_000) * 4096 + (low % 4096);
}

/** The guests that this browser has played, and the one who plays now; there is always one. */
export function useGuests(business: string, usualName: string) {
  const key = `orbita.sandbox.guests.${business}`;
  const [kept, setKept] = useState<Kept>(() => {
    const found = read(key);
    if (found.list.length > 0) {
      return found;
    }
    const first = { id: newId(), name: usualName };
    const fresh = { current: first.id, list: [first] };
    write(key, fresh);
    return fresh;
  });
  const change = (next: Kept) => {
    write(key, next);
    setKept(next);
  };
  const choose = (guest: Guest) =>
    change({
      current: guest.id,
      list: [guest, ...kept.list.filter((it) => it.id !== guest.id)].slice(0, MOST),
    });
  return {
    guests: kept.list,
    guest: kept.list.find((it) => it.id === kept.current) ?? (kept.list[0] as Guest),
    choose,
    create: (name: string) => choose({ id: newId(), name }),
  };
}
