import type { Browser, Page } from "@playwright/test";
import { Chat } from "./chat";
import { call, expect, signIn, test, url } from "./orbita";

/** A client before the sandbox's chat, in a browser of their own. */
async function guest(browser: Browser, name: string): Promise<{ page: Page; chat: Chat }> {
  const page = await (await browser.newContext({ locale: "ru-RU" })).newPage();
  await page.goto(url("/sandbox/bot/demo"));
  const chat = new Chat(page);
  await chat.begin(name);
  return { page, chat };
}

test("a client writes, the talk appears live; staff answers and takes over, the bot is silent until it gets the talk back", async ({
  page,
  browser,
}) => {
  const name = `Ольга Пишущая ${Date.now()}`;
  await signIn(page);
  await page.goto(url("/admin/inbox"));
  const list = page.getByRole("region", { name: "Список диалогов" });
  await expect(list.getByRole("listitem").first()).toBeVisible();

  const client = await guest(browser, name);
  await list.getByText(name).first().click();
  const thread = page.getByRole("region", { name: "Переписка" });
  await expect(thread.getByText("Отвечает бот", { exact: true }).first()).toBeVisible();

  await client.chat.say("Можно заниматься с больной спиной?");
  await expect(thread.getByText("Можно заниматься с больной спиной?")).toBeVisible();
  await expect(client.chat.log.getByText("Передали тренеру")).toBeVisible();

  await thread.getByRole("button", { name: "Ответить самому" }).click();
  await expect(thread.getByText("Отвечает человек")).toBeVisible();
  await thread.getByRole("textbox", { name: "Ответ" }).fill("Можно, подберём щадящие упражнения");
  await page.keyboard.press("Control+Enter");
  await expect(client.chat.log.getByText("Можно, подберём щадящие упражнения")).toBeVisible();
  await expect(thread.getByRole("textbox", { name: "Ответ" })).toHaveValue("");

  // What the bot would answer at once: now it is for the person, whose words come next.
  await client.chat.say("меню");
  await expect(thread.getByText("меню", { exact: true })).toBeVisible();
  await thread.getByRole("textbox", { name: "Ответ" }).fill("Меню пришлю позже");
  await thread.getByRole("button", { name: "Отправить", exact: true }).click();
  await expect(client.chat.log.getByText("Меню пришлю позже")).toBeVisible();
  await expect(client.chat.log.getByText("Что вас интересует?")).toHaveCount(0);

  await thread.getByRole("button", { name: "Вернуть боту" }).click();
  await expect(thread.getByText("Отвечает бот", { exact: true }).first()).toBeVisible();
  await client.chat.say("меню");
  await expect(client.chat.log.getByText("Что вас интересует?")).toBeVisible();
  await client.page.context().close();
});

type Programs = { items: { id: number; client: { id: number }; version: number }[] };

test("a cell of a programme is changed and sent, and the client's chat gets the new file", async ({
  page,
  browser,
}) => {
  test.slow();
  const name = `Ирина Правленая ${Date.now()}`;
  const client = await guest(browser, name);
  await client.chat.press("Получить бесплатную программу");
  await client.chat.answerAll();
  const files = client.chat.log.getByRole("link", { name: /\.pdf/ });
  await expect(files).toHaveCount(1);

  await signIn(page);
  const found = await call<{ items: { id: number }[] }>(page, "GET", `/api/clients?q=${encodeURIComponent(name)}`);
  const { items } = await call<Programs>(page, "GET", `/api/programs?client_id=${found.items[0]?.id}`);
  await page.goto(url(`/admin/programs/${items[0]?.id}`));
  const reps = page.getByRole("grid", { name: "Неделя 1", exact: true }).getByRole("gridcell").nth(2);
  await reps.click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("6-8");
  await page.keyboard.press("Enter");
  await expect(reps).toHaveText("6-8");
  await page.getByRole("button", { name: "Отправить", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Отправить", exact: true }).click();
  await expect(files).toHaveCount(2);
  await client.page.context().close();
});
