import { i18next } from "@orbita/i18n";

export type FieldProblem = { field: string; code: string; message: string };

/** An answer that is no success; status 0 when there was none at all. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfter?: number,
  ) {
    super(detail);
  }

  /** What is wrong with a field, if anything. */
  field(name: string): string | undefined {
    return this.fields.find((each) => each.field === name)?.message;
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

type Options = { body?: unknown; method?: string; key?: string; signal?: AbortSignal };

/** Asks the server: GET without a body, POST with one. Refusals are thrown. */
export async function ask<T>(path: string, { body, method, key, signal }: Options = {}): Promise<T> {
  const headers: Record<string, string> = { "Accept-Language": i18next.language === "en" ? "en" : "ru" };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    headers["X-Orbita-CSRF"] = "1";
  }
  if (key) {
    headers["Idempotency-Key"] = key;
  }
  let response: Response;
  try {
    response = await fetch(path, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") {
      throw cause;
    }
    throw new Refused(0, "client.offline", i18next.t("checkout:offline"));
  }
  const read: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) {
    return read as T;
  }
  const problem = (read ?? {}) as { code?: string; detail?: string; errors?: FieldProblem[] };
  const after = Number(response.headers.get("Retry-After"));
  throw new Refused(
    response.status,
    problem.code ?? "client.unreadable",
    problem.detail ?? `HTTP ${response.status}`,
    problem.errors ?? [],
    after > 0 ? after : undefined,
  );
}
