import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { api, take } from "./client";
import { bearer, forget, keep, refresh } from "./session";

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
const token = (access_token: string) => ({
  access_token,
  expires_in: 900,
  token_type: "Bearer",
  user: { id: 1, name: "Анна", role: "admin" },
});

let asked: string[] = [];
let server: (path: string, authorization: string | null) => Response;

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, "http://localhost"), init);
    const path = new URL(request.url).pathname;
    asked.push(path);
    return server(path, request.headers.get("Authorization"));
  });
});
afterEach(() => {
  forget(false);
  vi.unstubAllGlobals();
});

it("renews an ended token once for many requests, and repeats them", async () => {
  keep(token("old"), false);
  server = (path, authorization) =>
    path === "/api/auth/refresh"
      ? json(200, token("new"))
      : authorization === "Bearer new"
        ? json(200, { items: [] })
        : json(401, { code: "unauthenticated" });
  await Promise.all([take(api.GET("/api/tariffs")), take(api.GET("/api/tariffs"))]);
  expect(asked.filter((path) => path === "/api/auth/refresh")).toHaveLength(1);
  expect(bearer()).toBe("new");
});

it("tells of a problem with its code, fields and number", async () => {
  server = () =>
    json(
      422,
      {
        code: "invalid",
        detail: "Проверьте",
        errors: [{ field: "title", code: "x", message: "Пусто" }],
        trace_id: "t1",
        state: "z",
      },
      { "Retry-After": "7" },
    );
  const failed = await take(api.GET("/api/tariffs")).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    status: 422,
    code: "invalid",
    detail: "Проверьте",
    traceId: "t1",
    retryAfter: 7,
    facts: { state: "z" },
  });
});

it("takes no answer for being offline, and forgets nobody for it", async () => {
  keep(token("old"), false);
  server = () => {
    throw new TypeError("no network");
  };
  await expect(take(api.GET("/api/tariffs"))).rejects.toMatchObject({ status: 0, code: "client.offline" });
  await expect(refresh()).rejects.toMatchObject({ code: "client.offline" });
  expect(bearer()).toBe("old");
});

it("knows that nobody is signed in when the cookie is refused", async () => {
  keep(token("old"), false);
  server = () => json(401, { code: "unauthenticated" });
  expect(await refresh()).toBeUndefined();
  expect(bearer()).toBeUndefined();
});
