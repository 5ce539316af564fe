/** One broken field of a refused request. */
export type FieldProblem = { field: string; code: string; message: string };

/** Codes of our own, for what never reached the server or came back unreadable. */
export const OFFLINE = "client.offline";
export const UNREADABLE = "client.unreadable";

/** Any answer that is no success, as the server told it (RFC 9457), or our own words when there was no answer. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    /** HTTP status; 0 when there was no answer at all. */
    readonly status: number,
    readonly code: string,
    /** What happened, in the reader's language. */
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly traceId?: string,
    /** Seconds after which it makes sense to try again. */
    readonly retryAfter?: number,
    /** What else the problem says: `client_id`, `state` and so on. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  /** Whether the same request may work later without a change. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Whether somebody else changed the thing meanwhile. */
  get stale(): boolean {
    return this.status === 409 || this.status === 412;
  }
}

const known = new Set(["type", "title", "status", "detail", "code", "errors", "trace_id", "instance"]);

/** Makes an error of a response that is no success. `body` is what was read of it, if it was JSON. */
export function problemOf(response: Response, body: unknown): ApiError {
  const after = Number(response.headers.get("Retry-After"));
  const retryAfter = Number.isFinite(after) && after > 0 ? after : undefined;
  if (typeof body !== "object" || body === null || !("code" in body)) {
    return new ApiError(response.status, UNREADABLE, `HTTP ${response.status}`, [], undefined, retryAfter);
  }
  const problem = body as Record<string, unknown>;
  const errors = Array.isArray(problem.errors) ? (problem.errors as FieldProblem[]) : [];
  return new ApiError(
    response.status,
    String(problem.code),
    String(problem.detail ?? problem.title ?? problem.code),
    errors,
    typeof problem.trace_id === "string" ? problem.trace_id : undefined,
    retryAfter,
    Object.fromEntries(Object.entries(problem).filter(([name]) => !known.has(name))),
  );
}
