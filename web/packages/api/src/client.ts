import createClient from "openapi-fetch";
import { ApiError, OFFLINE, problemOf } from "./problem";
import type { paths } from "./schema";
import { bearer, CSRF, forget, fresh, keep, refresh, type Token } from "./session";

let language = "ru";

/** The language that the server answers in. */
export const speak = (next: string): void => {
  language = next;
};

/** A key for a POST that makes money, messages or clients: keep it over all repetitions of one wish. */
export const newKey = (): string => crypto.randomUUID();

/** `params.header` of such a POST. */
export const once = (key: string) => ({ "Idempotency-Key": key });

async function send(request: Request): Promise<Response> {
  request.headers.set("Accept-Language", language);
  const now = bearer();
  if (now && !request.headers.has("Authorization")) {
    request.headers.set("Authorization", `Bearer ${now}`);
  }
  try {
    return await fetch(request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") {
      throw cause;
    }
    throw new ApiError(0, OFFLINE, "");
  }
}

/** Sends with the token, renews it once when it ended, and lets everything else through. */
export async function authorised(request: Request): Promise<Response> {
  const entrance = /\/api\/auth\/(login|refresh|invitation|password\/(forgot|reset))/.test(request.url);
  if (entrance) {
    return send(request);
  }
  if (bearer() && !fresh()) {
    await refresh();
  }
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 401) {
    return response;
  }
  return (await refresh()) ? send(again) : response;
}

/** The typed API: `take(api.GET("/api/tariffs"))`. */
export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
  fetch: authorised,
  querySerializer: { array: { style: "form", explode: true } },
});

/** The data of a call, or an `ApiError` thrown. */
export async function take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw problemOf(response, error);
  }
  return data as T;
}

/** Signs in with the first step; a string is the half token that the code is owed for. */
export async function signIn(username: string, password: string): Promise<string | undefined> {
  const { data, error, response } = await api.POST("/api/auth/login", { body: { username, password } });
  if (!response.ok) {
    throw problemOf(response, error);
  }
  if (response.status === 202) {
    return (data as { half_token?: string }).half_token ?? "";
  }
  keep(data as Token);
  return undefined;
}

export async function signInWithCode(halfToken: string, code: string): Promise<void> {
  keep(await take(api.POST("/api/auth/login/code", { body: { half_token: halfToken, code } })));
}

/** Ends the session on the server too; without an answer the tab forgets it all the same. */
export async function signOut(): Promise<void> {
  try {
    await fetch("/api/auth/logout", { method: "POST", headers: { ...CSRF }, credentials: "same-origin" });
  } finally {
    forget();
  }
}

/** Paths whose POST answers with a link to a file: `await open(fileLink("/api/programs/{id}/link", ...))`. */
export async function openLink(call: Promise<{ data?: { url?: string }; error?: unknown; response: Response }>) {
  const { url } = await take(call);
  if (!url) {
    throw new ApiError(0, "client.unreadable", "");
  }
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noopener";
  link.target = "_blank";
  link.click();
  return url;
}

/** Sends one file as multipart form data, since the generated client knows only JSON. */
export async function upload<T>(path: string, form: FormData, key?: string): Promise<T> {
  const headers: Record<string, string> = key ? once(key) : {};
  const request = new Request(new URL(path, location.origin), { method: "POST", body: form, headers });
  const response = await authorised(request);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw problemOf(response, body);
  }
  return body as T;
}
