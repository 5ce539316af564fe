import type { Page } from "@playwright/test";
import { Chat } from "./chat";
import { foreignSite } from "./foreign";
import { call, expect, signIn, test, url } from "./orbita";
import { opensPdf } from "./pdf";
import { panelParts, panelRoutes } from "./routes";
import { hostile, hostileLink, Watch } from "./watch";

/** Whatever is on its way has come, and what was typed had its chance. */
async function settled(page: Page): Promise<void> {
  // Beside an open record a heading may have no room left.
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  await expect(page.locator("[aria-busy=true], .animate-pulse")).toHaveCount(0);
}

test("markup that a client types anywhere stays text on every page that shows it", async ({ page, context }) => {
  test.setTimeout(360_000);
  const mark = String(Date.now());
  const evil = hostile(mark);
  const watch = await Watch.over(context);

  // The site: what it refuses stands in the form again, by script and without.
  await page.goto(url("/s/demo"));
  await page.getByLabel("Как вас зовут").fill(evil);
  await page.getByLabel("Телефон").fill(evil.slice(0, 40));
  await page.getByLabel("Или почта").fill(`${hostileLink}@x`);
  await page.getByLabel("Сообщение").fill(`${evil} ${hostileLink}`);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Отправить" }).click();
  await expect(page.getByLabel("Телефон")).toHaveAttribute("aria-invalid", "true");
  await page.locator("form#ask").evaluate((form: HTMLFormElement) => form.submit());
  await expect(page.getByLabel("Как вас зовут")).toHaveValue(evil);
  await watch.fine(page);
  await page.getByLabel("Телефон").fill(`+7 915 ${mark.slice(-7)}`);
  await page.getByLabel("Или почта").fill("");
  await page.getByRole("button", { name: "Отправить" }).click();
  await page.getByRole("link", { name: "Открыть бота" }).click();

  // The chat: another name in the messenger, words to a person, an answer to a question, a promo code.
  const chat = new Chat(page);
  await expect(chat.log.getByText("Ваша заявка с сайта у нас")).toBeVisible();
  await chat.say(`${evil} ${hostileLink}`);
  await expect(chat.log.getByText("Передали тренеру")).toBeVisible();
  await chat.press("Получить бесплатную программу");
  await chat.answerAll([[/Расскажите в двух словах/, { say: evil }]]);
  const file = chat.log.getByRole("link", { name: /\.pdf/ });
  await expect(file).toHaveCount(1);
  const objects = await opensPdf(page, file);
  expect(objects).not.toMatch(/\/JavaScript|\/JS[\s(]|\/Launch|URI\s*\(javascript/i);
  await watch.fine(page);

  // The checkout, and the cabinet's notes.
  await page.goto(new URL("/s/demo/pay", page.url()).href);
  await page.getByRole("button", { name: /Программа на 12 недель/ }).click();
  await page.getByRole("button", { name: "У меня есть промокод" }).click();
  await page.getByLabel("Промокод").fill(evil.slice(0, 50));
  await page.getByRole("button", { name: "Применить" }).click();
  await page.getByLabel("Как вас зовут").fill(evil);
  await page.getByLabel("Почта").fill(`evil-${mark}@example.org`);
  await page.getByRole("checkbox").check();
  await page.getByLabel("Промокод").fill("");
  await page.getByRole("button", { name: /^Оплатить/ }).click();
  await page.getByRole("button", { name: "Оплатить", exact: true }).click();
  await expect(page.getByRole("status").getByText("Оплачено", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Вернуться к заказу" }).click();
  await expect(page.getByRole("heading", { name: "Оплата прошла" })).toBeVisible();
  await watch.fine(page);
  await page.goto(new URL("/sandbox/bot/demo", page.url()).href);
  await chat.say("/cabinet");
  await chat.log
    .getByRole("link", { name: /кабинет/i })
    .last()
    .click();
  await page.waitForURL((address) => address.pathname === "/c");
  await page.goto(new URL("/c/progress", page.url()).href);
  await page.getByRole("button", { name: "Записать замеры" }).click();
  await page.getByLabel("Вес, кг").fill("64");
  await page.getByLabel("Заметка").fill(evil);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await expect(page.getByRole("button", { name: "Записать замеры" })).toBeVisible();
  for (const path of [
    ...["/c", "/c/progress", "/c/payments", "/c/profile", "/sandbox/mail/demo"],
    ...["/", "/s/demo", "/s/demo/consent", "/s/demo/pay", "/sandbox/bot/demo", "/admin/signin", "/admin/forgot"],
  ]) {
    await page.goto(new URL(path, page.url()).href);
    await settled(page);
    await watch.fine(page);
  }

  // The panel, all of it.
  await signIn(page);
  const { items } = await call<{ items: { id: number; name: string }[] }>(page, "GET", `/api/clients?q=${mark}`);
  expect(items.map(({ name }) => name)).toContain(evil);
  const id = items[0]?.id ?? 0;
  for (const path of [...(await panelRoutes(page, id)), ...panelParts(id), `/clients?q=${mark}`, `/inbox?q=${mark}`]) {
    await page.goto(url(`/admin${path}`));
    await settled(page);
    await watch.fine(page);
  }
  await page.goto(url(`/admin/clients/${id}`));
  await expect(page.getByRole("heading", { level: 1, name: evil })).toBeVisible();
  await page.goto(url(`/admin/pipeline?q=${mark}`));
  await expect(page.locator("[data-card]").getByText(evil).first()).toBeVisible();
  // Every page that was opened came with its policy.
  expect(watch.read.size).toBeGreaterThan(35);
  await watch.fine(page);
});

type Site = { results: { items: object[]; title: string }; widget: object };

test("markup that staff types stays text on the site, in the checkout, in the bot and in the panel", async ({
  page,
  context,
}) => {
  test.slow();
  const mark = String(Date.now());
  const evil = hostile(mark);
  const watch = await Watch.over(context);
  await signIn(page, "studio-admin");
  const as = <T>(method: string, path: string, data?: unknown) => call<T>(page, method, path, data, "studio-admin");

  const tariff = await as<{ id: number }>("POST", "/api/tariffs", {
    title: evil,
    description: evil,
    contains: [evil],
    price: { amount: "990.00", currency: "RUB" },
    active: true,
  });
  const stage = await as<{ id: number }>("POST", "/api/pipeline/stages", { name: evil.slice(0, 100) });
  const faq = await as<{ id: number }>("POST", "/api/faq", { question: evil, answer: `${evil} ${hostileLink}` });
  const client = await as<{ id: number }>("POST", "/api/clients", {
    name: evil,
    notes: evil,
    tags: [evil.slice(0, 50)],
    stage_id: stage.id,
  });
  await as("POST", "/api/actions", { client_id: client.id, type: "call", text: evil });
  await as("POST", "/api/tasks", { client_id: client.id, text: evil, due_at: new Date().toISOString() });
  const site = await as<Site>("GET", "/api/website-settings");
  const review = { name: evil.slice(0, 60), note: evil.slice(0, 60), text: evil };
  await as("PUT", "/api/website-settings/results", { ...site.results, items: [review] });
  await as("PUT", "/api/website-settings/widget", { ...site.widget, greeting: evil });

  await page.goto(url("/s/studio"));
  await expect(page.getByText(evil).first()).toBeVisible();
  await watch.fine(page);
  await page.goto(url(`/s/studio/pay?tariff=${tariff.id}`));
  await expect(page.getByText(evil).first()).toBeVisible();
  await watch.fine(page);
  await page.goto(url("/sandbox/bot/studio"));
  const chat = new Chat(page);
  await chat.begin(evil.slice(0, 60));
  await chat.press("Узнать цены");
  await expect(chat.log.getByText(evil.slice(0, 30)).first()).toBeVisible();
  await chat.press("Частые вопросы");
  await chat.press(/^"><img/);
  await watch.fine(page);

  for (const path of [
    ...["/today", "/inbox", "/pipeline", "/pipeline/stages", "/clients", "/tariffs", "/questionnaire", "/analytics"],
    ...["/settings/website", "/settings/audit", `/clients/${client.id}`, `/pipeline?client=${client.id}`],
  ]) {
    await page.goto(url(`/admin${path}`));
    await settled(page);
    await watch.fine(page);
  }
  await as("PUT", "/api/website-settings/results", site.results);
  await as("PUT", "/api/website-settings/widget", site.widget);
  await as("DELETE", `/api/faq/${faq.id}`);
});

test("markup in the widget stays text, on a strict page of somebody else and in the panel", async ({
  page,
  context,
}) => {
  const site = await foreignSite(url(""), "studio");
  const watch = await Watch.over(context, [site.origin]);
  await signIn(page, "studio-admin");
  const settings = "/api/website-settings";
  const { widget } = await call<{ widget: object }>(page, "GET", settings, undefined, "studio-admin");
  await call(page, "PUT", `${settings}/widget`, { ...widget, enabled: true, origins: [site.origin] }, "studio-admin");
  const mark = String(Date.now());
  const evil = hostile(mark);
  await page.goto(site.origin);
  await page.getByRole("button", { name: "Открыть чат" }).click();
  const chat = page.getByRole("dialog", { name: /Чат/ });
  await chat.getByRole("textbox", { name: /сообщение/i }).fill(`${evil} ${hostileLink}`);
  await page.keyboard.press("Enter");
  await expect(chat.getByText(mark)).toBeVisible();
  await chat.getByRole("button", { name: "Оставить контакты" }).click();
  await chat.getByRole("textbox", { name: "Имя" }).fill(evil);
  await chat.getByRole("textbox", { name: "Телефон" }).fill(`+7 914 ${mark.slice(-7)}`);
  await chat.getByRole("checkbox").check();
  await chat.getByRole("button", { name: "Отправить" }).click();
  await expect(chat.getByText("Спасибо! Контакты у нас")).toBeVisible();
  await watch.fine(page);
  await page.goto(url(`/admin/inbox?q=${mark}`));
  await page.getByRole("region", { name: "Список диалогов" }).getByRole("listitem").first().click();
  await expect(page.getByRole("region", { name: "Переписка" }).getByText(hostileLink)).toBeVisible();
  await watch.fine(page);
  await call(page, "PUT", `${settings}/widget`, widget, "studio-admin");
  await site.close();
});
