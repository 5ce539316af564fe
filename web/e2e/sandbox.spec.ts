import type { APIRequestContext, Page } from "@playwright/test";
import { accessible, expect, test, url } from "./orbita";

const business = "demo";
const chat = (page: Page) => page.getByRole("log");

/** An order at the till, as the site would make it. */
async function order(request: APIRequestContext): Promise<{ public_id: string; confirmation_url: string }> {
  const tariffs = await (await request.get(url(`/api/public/${business}/tariffs`))).json();
  const made = await request.post(url("/api/payments/create"), {
    data: {
      business,
      tariff_id: tariffs.items[0].id,
      contact: { name: "Анна Проверочная", phone: "+79161234567", email: `a${Date.now()}@example.test` },
      consent: true,
    },
  });
  expect(made.status()).toBe(201);
  return made.json();
}

test("a link starts the bot once, what a guest types is text, and another guest has another chat", async ({ page }) => {
  await page.goto(url(`/sandbox/bot/${business}?start=src_test`));
  await expect(page.getByText("тест", { exact: true })).toBeVisible();
  await expect(chat(page).getByText("/start src_test")).toBeVisible();
  await expect(chat(page).getByText(/Здравствуйте, Гость/)).toBeVisible();
  expect(new URL(page.url()).search).toBe("");

  await page.getByRole("textbox", { name: "Сообщение" }).fill("<img src=x onerror=alert(1)>");
  await page.keyboard.press("Enter");
  await expect(chat(page).getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  await page.reload();
  await expect(chat(page).getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  await expect(chat(page).getByText("/start src_test")).toHaveCount(1);

  await page.getByRole("button", { name: "Гость", exact: true }).click();
  await page.getByRole("menuitem", { name: "Новый гость" }).click();
  await page.getByRole("textbox", { name: "Имя" }).fill("Вера");
  await page.getByRole("button", { name: "Начать разговор" }).click();
  await page.getByRole("button", { name: "Начать", exact: true }).click();
  await expect(chat(page).getByText(/Здравствуйте, Вера/)).toBeVisible();
  await expect(chat(page).getByText("<img")).toHaveCount(0);
});

test("ticks of a question change in place", async ({ page }) => {
  await page.goto(url(`/sandbox/bot/${business}?start=x`));
  const press = async (name: string | RegExp) => chat(page).getByRole("button", { name }).last().click();
  await expect(chat(page).getByText(/Здравствуйте/)).toBeVisible();
  await press("Получить бесплатную программу");
  // Whatever the questions are: the first button of each, until one takes several answers.
  for (let step = 0; step < 14; step++) {
    const question = chat(page)
      .getByText(/Вопрос \d+ из/)
      .last();
    await expect(question).toBeVisible();
    if (
      await chat(page)
        .getByRole("button", { name: "Готово" })
        .last()
        .isVisible()
        .catch(() => false)
    ) {
      break;
    }
    const number = (await question.textContent())?.match(/Вопрос (\d+)/)?.[1];
    const asked = (await question.textContent())?.split(/Вопрос \d+ из \d+/).at(-1);
    if (/возраст|лет/i.test(asked ?? "")) await say(page, "30");
    else if (/рост/i.test(asked ?? "")) await say(page, "178");
    else if (/вес/i.test(asked ?? "")) await say(page, "80");
    else await chat(page).locator("button").filter({ hasNotText: /Назад/ }).last().click();
    await expect(
      chat(page)
        .getByText(new RegExp(`Вопрос ${Number(number) + 1} из`))
        .last(),
    ).toBeVisible();
  }
  const bubbles = await chat(page)
    .getByText(/Вопрос \d+ из/)
    .count();
  const tick = chat(page)
    .getByRole("button", { name: "Готово" })
    .last()
    .locator("xpath=../..")
    .getByRole("button")
    .first();
  const before = await tick.textContent();
  await tick.click();
  await expect(tick).not.toHaveText(before ?? "");
  expect(
    await chat(page)
      .getByText(/Вопрос \d+ из/)
      .count(),
  ).toBe(bubbles);
});

async function say(page: Page, words: string) {
  await page.getByRole("textbox", { name: "Сообщение" }).fill(words);
  await page.keyboard.press("Enter");
}

test("a payment is refused and paid late, and the way back leads to the bot", async ({ page, request }) => {
  const { confirmation_url } = await order(request);
  await page.goto(url(new URL(confirmation_url).pathname));
  await expect(page.getByText("тест", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^Отказ банка/ }).click();
  await expect(page.getByRole("status").getByText("Банк отказал")).toBeVisible();
  await page.getByRole("button", { name: /^Оплатить с опозданием/ }).click();
  await expect(page.getByRole("status").getByText("Оплачено", { exact: true })).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.getByRole("link", { name: "Открыть бота" }).click();
  await expect(page).toHaveURL(new RegExp(`/sandbox/bot/${business}$`));
});

test("less than the sum is said to be less", async ({ page, request }) => {
  const { confirmation_url } = await order(request);
  await page.goto(url(new URL(confirmation_url).pathname));
  await page.getByRole("button", { name: /^Заплатить меньше/ }).click();
  await expect(page.getByRole("status").getByText(/Оплачено только/)).toBeVisible();
});

test("a letter is shown in a frame where nothing runs", async ({ page, request }) => {
  const { public_id } = await order(request);
  await request.post(url(`/api/sandbox/payments/${public_id}`), { data: { outcome: "succeed" } });
  await page.goto(url(`/sandbox/mail/${business}`));
  const letter = page.getByRole("listitem").getByRole("button").first();
  await expect(letter).toBeVisible({ timeout: 30_000 });
  await letter.click();
  const frame = page.locator("iframe");
  await expect(frame).toHaveAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
  await expect(frame).toHaveAttribute("srcdoc", /^<!doctype html>.*Программа|Оплата/s);
});

test("a till without an order says so", async ({ page }) => {
  await page.goto(url("/sandbox/pay/1-0000000000000000000000"));
  await expect(page.getByRole("alert")).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`nothing stands in the way at ${width} px, ${scheme}`, async ({ page, request }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(url(`/sandbox/bot/${business}?start=x`));
      await expect(chat(page).getByRole("button", { name: "Узнать цены" })).toBeVisible();
      await accessible(page);
      const { confirmation_url } = await order(request);
      await page.goto(url(new URL(confirmation_url).pathname));
      await expect(page.getByRole("button", { name: /^Отказ банка/ })).toBeVisible();
      await accessible(page);
      await page.goto(url(`/sandbox/mail/${business}`));
      await expect(page.getByRole("heading", { name: "Почта песочницы" })).toBeVisible();
      await accessible(page);
    });
  }
}
