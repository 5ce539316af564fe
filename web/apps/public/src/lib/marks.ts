import { useSyncExternalStore } from "react";
import { ask, Refused } from "./http";
import { sent, type Waiting, wait, waiting } from "./store";
import type { Mark, NewMarks } from "./types";

const MOST = 200;
const AGAIN_MS = 20_000;

export type Queue = { marks: readonly Waiting[]; refused: boolean; offline: boolean };

let queue: Queue = { marks: [], refused: false, offline: !navigator.onLine };
const listeners = new Set<() => void>();
const arrived = new Set<(program: number) => void>();
let running: Promise<void> | undefined;

const set = (next: Partial<Queue>): void => {
  queue = { ...queue, ...next };
  for (const listener of listeners) {
    listener();
  }
};

let latest = 0;

/** The moment of the next mark: no two are of one moment, so that the later of them always holds. */
export function moment(): number {
  latest = Math.max(Date.now(), latest + 1);
  return latest;
}

/** Keys grow with time: of two marks that the server puts to one moment the later one has the greater key. */
export const newKey = (at: number = moment()): string =>
  `${at.toString(36)}-${crypto.getRandomValues(new Uint32Array(2)).join("").slice(0, 16)}`;

/** Which set a mark is of. */
export const place = (mark: Pick<Mark, "week" | "day" | "place" | "set" | "exercise">): string =>
  [mark.week, mark.day, mark.place, mark.set, mark.exercise].join("/");

/** The server's marks with those on top that still wait. */
export function overlaid(marks: readonly Mark[], program: number, over: readonly Waiting[]): Map<string, Mark> {
  const all = new Map(marks.map((mark) => [place(mark), mark]));
  for (const mark of over) {
    const before = all.get(place(mark));
    if (
      mark.program === program &&
      (!before || before.at < mark.at || (before.at === mark.at && before.key < mark.key))
    ) {
      all.set(place(mark), mark);
    }
  }
  return all;
}

/** Writes the mark down here first, then tries to send: a phone in a cellar gym loses nothing. */
export async function mark(program: number, next: Omit<Mark, "key" | "at">): Promise<void> {
  const at = moment();
  const made: Waiting = { ...next, program, key: newKey(at), at: new Date(at).toISOString() };
  const overtaken = queue.marks.filter((each) => each.program === program && place(each) === place(made));
  set({ marks: [...queue.marks.filter((each) => !overtaken.includes(each)), made] });
  await wait(made).catch(() => undefined);
  await sent(overtaken.map((each) => each.key)).catch(() => undefined);
  void send();
}

/** Sends what waits, programme by programme; of one set only the newest mark matters. */
export function send(): Promise<void> {
  running ??= flush().finally(() => {
    running = undefined;
  });
  return running;
}

/** A mark as the server takes it: what was not said is left out. */
const told = ({ program: _, weight, reps, ...rest }: Waiting): NewMarks["marks"][number] => ({
  ...rest,
  ...(weight === null ? {} : { weight }),
  ...(reps === null ? {} : { reps }),
});

async function flush(): Promise<void> {
  const all = merged(queue.marks, await waiting());
  if (all.length === 0) {
    return;
  }
  const program = all[0]?.program ?? 0;
  const batch = all.filter((each) => each.program === program).slice(0, MOST);
  try {
    await ask(`/api/cabinet/programs/${program}/marks`, {
      body: { marks: batch.map(told) } satisfies NewMarks,
    });
    await done(batch);
    set({ offline: false });
    for (const tell of arrived) {
      tell(program);
    }
  } catch (cause) {
    if (!(cause instanceof Refused) || cause.offline) {
      set({ offline: true });
      return;
    }
    // Signed out, too many, or the server stumbles: the marks wait. Anything else would be refused for ever.
    if (cause.status === 401 || cause.status === 403 || cause.status === 429 || cause.status >= 500) {
      return;
    }
    await done(batch);
    set({ refused: true });
  }
  if (all.length > batch.length || queue.marks.length > 0) {
    await flush();
  }
}

async function done(batch: readonly Waiting[]): Promise<void> {
  const keys = new Set(batch.map((each) => each.key));
  await sent([...keys]).catch(() => undefined);
  set({ marks: queue.marks.filter((each) => !keys.has(each.key)) });
}

const merged = (one: readonly Waiting[], other: readonly Waiting[]): Waiting[] => [
  ...new Map([...other, ...one].map((each) => [each.key, each])).values(),
];

/** Begins to look after the queue; call once. Answers how to stop. `tell` hears of each programme that was brought up to date. */
export function watch(tell: (program: number) => void): () => void {
  arrived.add(tell);
  void waiting().then((found) => {
    set({ marks: merged(queue.marks, found) });
    void send();
  });
  const online = () => {
    set({ offline: false });
    void send();
  };
  const offline = () => set({ offline: true });
  const seen = () => document.visibilityState === "visible" && void send();
  const timer = setInterval(() => queue.marks.length > 0 && void send(), AGAIN_MS);
  addEventListener("online", online);
  addEventListener("offline", offline);
  document.addEventListener("visibilitychange", seen);
  return () => {
    arrived.delete(tell);
    clearInterval(timer);
    removeEventListener("online", online);
    removeEventListener("offline", offline);
    document.removeEventListener("visibilitychange", seen);
  };
}

/** Forgets what waits, after signing out. */
export const drop = (): void => set({ marks: [], refused: false });

export const heard = (): void => set({ offline: false });
export const lost = (): void => set({ offline: true });

export const useQueue = (): Queue =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => queue,
  );
