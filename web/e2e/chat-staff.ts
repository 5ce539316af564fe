import type { Page } from "@playwright/test";
import { call } from "./orbita";

type Line = { text?: string };

/** Changes some settings of the widget of the demo. */
export async function setWidget(page: Page, change: Record<string, unknown>): Promise<void> {
  const { widget } = await call<{ widget: Record<string, unknown> }>(page, "GET", "/api/website-settings");
  await call(page, "PUT", "/api/website-settings/widget", { ...widget, ...change });
}

/** Answers, as staff, the conversation of the site in which these words were written. */
export async function answer(page: Page, words: string, text: string): Promise<void> {
  const { items } = await call<{ items: { id: number }[] }>(page, "GET", "/api/conversations?channel=site&limit=50");
  for (const { id } of items) {
    const thread = await call<{ items: Line[] }>(page, "GET", `/api/conversations/${id}/messages?limit=20`);
    if (thread.items.some((line) => line.text?.startsWith(words))) {
      await call(page, "POST", `/api/conversations/${id}/messages`, { text });
      return;
    }
  }
  throw new Error(`nobody wrote «${words}»`);
}
