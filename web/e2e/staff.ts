import type { APIRequestContext } from "@playwright/test";

type Playwright = {
  request: {
    newContext: (options?: {
      baseURL?: string;
      extraHTTPHeaders?: Record<string, string>;
    }) => Promise<APIRequestContext>;
  };
};

/** The other end of the conversation: the administrator of the demo, over the API. */
export type Staff = Awaited<ReturnType<typeof asAdmin>>;

export async function asAdmin(playwright: Playwright, orbita: string) {
  const door = await playwright.request.newContext({ baseURL: orbita });
  const login = await door.post("/api/auth/login", {
    data: { username: "admin", password: process.env.ORBITA_ADMIN_PASSWORD },
  });
  if (!login.ok()) {
    throw new Error(`no admin of the demo: ${login.status()} ${await login.text()}`);
  }
  const { access_token } = await login.json();
  await door.dispose();
  const api = await playwright.request.newContext({
    baseURL: orbita,
    extraHTTPHeaders: { Authorization: `Bearer ${access_token}` },
  });
  return {
    /** Changes some settings of the widget. */
    async widget(change: Record<string, unknown>) {
      const { widget } = await (await api.get("/api/website-settings")).json();
      const put = await api.put("/api/website-settings/widget", { data: { ...widget, ...change } });
      if (!put.ok()) {
        throw new Error(await put.text());
      }
    },
    /** Answers the conversation of the site whose last words begin so. */
    async answer(words: string, text: string) {
      for (let look = 0; look < 20; look++) {
        const { items } = await (await api.get("/api/conversations?channel=site&limit=50")).json();
        for (const it of items as { id: number }[]) {
          const thread = await (await api.get(`/api/conversations/${it.id}/messages?limit=20`)).json();
          if (thread.items.some((line: { text?: string }) => line.text?.startsWith(words))) {
            const sent = await api.post(`/api/conversations/${it.id}/messages`, { data: { text } });
            if (!sent.ok()) {
              throw new Error(await sent.text());
            }
            return;
          }
        }
      }
      throw new Error(`nobody wrote «${words}»`);
    },
    close: () => api.dispose(),
  };
}
