/** The few addresses that the widget knows, and what can go wrong on the way. */
export type Button = { text: string; data?: string | null; url?: string | null };

export type Line = {
  id: number;
  author: string;
  text?: string | null;
  buttons?: Button[][] | null;
  file_name?: string | null;
  url?: string | null;
  at: string;
};

export type Config = {
  business: string;
  name: string;
  accent: string;
  on_accent: string;
  greeting?: string;
  position: string;
  theme: string;
  quick_replies: string[];
  bot_url?: string;
  privacy_url?: string;
  consent: { version: string; text: string };
};

export type Contacts = { name: string; phone: string; email: string };

export type Trouble = "offline" | "server" | "limit" | "refused" | "site";

/** A request that failed; `fields` are the server's remarks by field. */
export class Failure extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly status = 0,
    readonly fields: Record<string, string> = {},
  ) {
    super(trouble);
  }
}

const PATIENCE = 20_000;

/** Words, or a button and the line under which it stands. */
export type Said = { text: string } | { press: string; message: number };

export type Api = ReturnType<typeof connect>;

export function connect(base: string, business: string, lang: string, ask: typeof fetch = fetch.bind(window)) {
  async function call<T>(path: string, body?: unknown, key?: string): Promise<T> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE);
    const headers: Record<string, string> = { "Accept-Language": lang };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (key) headers["Idempotency-Key"] = key;
    let response: Response;
    try {
      response = await ask(base + path, {
        method: body === undefined ? "GET" : "POST",
        headers,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: abort.signal,
        body: JSON.stringify(body),
      });
      if (response.ok) return (await response.json()) as T;
    } catch {
      throw new Failure(navigator.onLine === false ? "offline" : "server");
    } finally {
      clearTimeout(timer);
    }
    throw await failure(response);
  }

  const query = (visitor: string, after: number) =>
    `?business=${encodeURIComponent(business)}&visitor=${encodeURIComponent(visitor)}&after=${after}&limit=200`;

  return {
    config: () => call<Config>(`/api/widget/config?business=${encodeURIComponent(business)}`),
    visit: async () => (await call<{ visitor: string }>("/api/website/visit", { business })).visitor,
    write: async (visitor: string, what: Said, key: string) =>
      (await call<{ messages: Line[] }>("/api/chat/message", { business, visitor, ...what }, key)).messages,
    history: async (visitor: string, after: number) =>
      (await call<{ items: Line[] }>(`/api/chat/history${query(visitor, after)}`)).items,
    contact: (visitor: string, form: Contacts, key: string) =>
      call<{ bot_url?: string | null }>(
        "/api/website/contact-form",
        {
          business,
          visitor,
          name: form.name,
          phone: form.phone || undefined,
          email: form.email || undefined,
          consent: true,
        },
        key,
      ),
  };
}

async function failure(response: Response): Promise<Failure> {
  const fields: Record<string, string> = {};
  try {
    const problem = (await response.json()) as { errors?: { field: string; message: string }[] };
    for (const error of problem.errors ?? []) fields[error.field] = error.message;
  } catch {
    // A proxy in between answered with a page.
  }
  const { status } = response;
  if (status === 429) return new Failure("limit", status);
  if (status === 403 || status === 404) return new Failure("site", status);
  return new Failure(status >= 500 ? "server" : "refused", status, fields);
}
