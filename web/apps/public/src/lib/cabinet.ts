import { type QueryKey, useQuery } from "@tanstack/react-query";
import { ask, Refused } from "./http";
import { drop, heard, lost } from "./marks";
import { forget, keep, kept } from "./store";

/** What is read in the cabinet: from the server, or what it said last when there is no network. */
export function useKept<T>(key: QueryKey, path: string) {
  const name = key.join("/");
  return useQuery({
    queryKey: ["cabinet", ...key],
    queryFn: async ({ signal }) => {
      try {
        const fresh = await ask<T>(path, { signal });
        heard();
        void keep(name, fresh);
        return fresh;
      } catch (cause) {
        if (cause instanceof Refused && cause.offline) {
          lost();
          const former = await kept<T>(name);
          if (former !== undefined) {
            return former;
          }
        }
        throw cause;
      }
    },
  });
}

const BUSINESS = "orbita.cabinet.business";

/** Which business the cabinet was last opened for: it is asked for a new link. */
export function lastBusiness(): string | undefined {
  const named = new URLSearchParams(location.search).get("business");
  try {
    return named ?? localStorage.getItem(BUSINESS) ?? undefined;
  } catch {
    return named ?? undefined;
  }
}

export function rememberBusiness(slug: string): void {
  try {
    localStorage.setItem(BUSINESS, slug);
  } catch {
    // Then the link from the site says it again.
  }
}

/** Takes everything of the person off this device. */
export async function forgetHere(): Promise<void> {
  drop();
  await forget();
}

/** Lets the cabinet open without a network; nothing happens where the browser has no such thing. */
export async function settle(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register("/public/sw.js", { scope: "/c" });
    await navigator.serviceWorker.ready;
    // What the first visit loaded came past the worker: it is handed over now, pages not yet opened too.
    await Promise.all([
      import("../cabinet/training-page"),
      import("../cabinet/progress-page"),
      import("../cabinet/payments-page"),
      import("../cabinet/profile-page"),
    ]);
    const files = performance
      .getEntriesByType("resource")
      .map((entry) => new URL(entry.name))
      .filter((url) => url.origin === location.origin && url.pathname.startsWith("/public/"));
    const cache = await caches.open("orbita-cabinet-1");
    await Promise.all(
      [...new Set(files.map((url) => url.pathname))]
        .filter((path) => path !== "/public/sw.js")
        .map(async (path) => (await cache.match(path)) ?? cache.add(path)),
    );
  } catch {
    // The cabinet works with a network then.
  }
}
