import type { Mark } from "./types";

/** A mark that has not reached the server, with its programme. */
export type Waiting = Mark & { program: number };

const NAME = "orbita-cabinet";
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("kept");
      request.result.createObjectStore("queue", { keyPath: "key" });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opened;
}

async function run<T>(
  store: "kept" | "queue",
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => done(request?.result);
    transaction.onerror = () => failed(transaction.error);
    transaction.onabort = () => failed(transaction.error);
  });
}

/** What the server said last, for the time without a network. A browser that keeps nothing only loses that. */
export const keep = (key: string, value: unknown): Promise<unknown> =>
  run("kept", "readwrite", (store) => store.put(value, key) as IDBRequest<unknown>).catch(() => undefined);

export const kept = <T>(key: string): Promise<T | undefined> =>
  run<T>("kept", "readonly", (store) => store.get(key)).catch(() => undefined);

export const wait = (mark: Waiting): Promise<unknown> =>
  run("queue", "readwrite", (store) => store.put(mark) as IDBRequest<unknown>);

export const waiting = async (): Promise<Waiting[]> =>
  (await run<Waiting[]>("queue", "readonly", (store) => store.getAll()).catch(() => undefined)) ?? [];

export const sent = (keys: readonly string[]): Promise<unknown> =>
  run("queue", "readwrite", (store) => {
    for (const key of keys) {
      store.delete(key);
    }
    return undefined;
  });

/** Leaves nothing of the person on the device. */
export async function forget(): Promise<void> {
  await run("kept", "readwrite", (store) => store.clear() as IDBRequest<undefined>).catch(() => undefined);
  await run("queue", "readwrite", (store) => store.clear() as IDBRequest<undefined>).catch(() => undefined);
}
