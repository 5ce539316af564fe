import { ApiError, OFFLINE, problemOf } from "./problem";
import type { components } from "./schema";

export type Token = components["schemas"]["BusinessesAuthToken"];
export type Me = components["schemas"]["BusinessesAuthUserView"];

/** Sent with whatever works by the cookie; a form on another site cannot send it. */
export const CSRF = { "X-Orbita-CSRF": "1" } as const;

type Note = { kind: "in"; token: Token; at: number } | { kind: "out" };

// Only in memory: what a script of another origin or an extension reads from storage would be a key for an hour.
let token: string | undefined;
let freshUntil = 0;
let running: Promise<Token | undefined> | undefined;
const listeners = new Set<(me: Me | undefined) => void>();
const tabs = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("orbita-session");

tabs?.addEventListener("message", (event: MessageEvent<Note>) => {
  if (event.data.kind === "out") {
    forget(false);
  } else {
    keep(event.data.token, false);
  }
});

/** The access token to send, if there is one. */
export const bearer = (): string | undefined => token;

/** Tells of every sign-in and sign-out, in this tab or another. Answers how to stop listening. */
export function onSession(listener: (me: Me | undefined) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function keep(next: Token, tell = true): void {
  token = next.access_token;
  // Half a minute early, so that no request leaves with a token that ends on its way.
  freshUntil = Date.now() + ((next.expires_in ?? 0) - 30) * 1000;
  if (tell) {
    tabs?.postMessage({ kind: "in", token: next, at: Date.now() } satisfies Note);
  }
  for (const listener of listeners) {
    listener(next.user);
  }
}

export function forget(tell = true): void {
  const had = token !== undefined;
  token = undefined;
  freshUntil = 0;
  if (tell) {
    tabs?.postMessage({ kind: "out" } satisfies Note);
  }
  if (had || !tell) {
    for (const listener of listeners) {
      listener(undefined);
    }
  }
}

/** Whether the token in hand is good for another request. */
export const fresh = (): boolean => token !== undefined && Date.now() < freshUntil;

/**
 * Exchanges the refresh cookie for a token: once at a time in this tab, and one tab after another, since each exchange
 * ends the former cookie. Undefined when nobody is signed in; throws when the server did not answer.
 */
export function refresh(): Promise<Token | undefined> {
  running ??= exclusively(exchange).finally(() => {
    running = undefined;
  });
  return running;
}

async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request("orbita-refresh", work) : work();
}

async function exchange(): Promise<Token | undefined> {
  let response: Response;
  try {
    response = await fetch("/api/auth/refresh", { method: "POST", headers: { ...CSRF }, credentials: "same-origin" });
  } catch {
    throw new ApiError(0, OFFLINE, "");
  }
  if (response.ok) {
    const next = (await response.json()) as Token;
    keep(next);
    return next;
  }
  if (response.status === 401 || response.status === 403) {
    forget();
    return undefined;
  }
  throw problemOf(response, await response.json().catch(() => undefined));
}
