import { BotGuest } from "./bot-guest";
import { accessible, expect, test, url } from "./orbita";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const fits = async (page: import("@playwright/test").Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

test("a visitor of the site is told what is wrong and ends at the bot", async ({ page }) => {
  await page.goto(url("/s/demo?utm_source=vk"));
  await accessible(page);
  await fits(page);
  await expect(page.getByRole("link", { name: "Получить программу бесплатно" }).last()).toHaveAttribute(
    "href",
    /start=src_vk/,
  );
  await page.getByRole("button", { name: "Отправить" }).click();
  await expect(page.getByText("Напишите, как к вам обращаться")).toBeVisible();
  await expect(page.getByText("Без согласия заявку принять нельзя")).toBeVisible();
  await page.getByLabel("Как вас зовут").fill("Анна");
  await page.getByLabel("Телефон").fill("8 916 123-45-67");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Отправить" }).click();
  await expect(page.getByRole("heading", { name: "Заявка у нас" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Отправить" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Открыть бота" })).toHaveAttribute("href", /start=v/);
});

test("a buyer pays once, sees the wait and what comes next", async ({ page }) => {
  await page.goto(url("/s/demo/pay"));
  await page.getByRole("button", { name: /Программа на 12 недель/ }).click();
  await page.getByRole("button", { name: /^Оплатить/ }).click();
  await expect(page.getByText("Оставьте телефон или почту")).toBeVisible();
  await accessible(page);
  await fits(page);
  await page.getByRole("button", { name: "У меня есть промокод" }).click();
  await page.getByLabel("Промокод").fill("НЕТ ТАКОГО");
  await page.getByRole("button", { name: "Применить" }).click();
  await expect(page.getByText("Такого промокода нет")).toBeVisible();
  await page.getByLabel("Промокод").fill("старт");
  await page.getByRole("button", { name: "Применить" }).click();
  await expect(page.getByRole("button", { name: /^Оплатить 2.691.₽/ })).toBeVisible();
  await page.getByLabel("Как вас зовут").fill("Анна Смирнова");
  await page.getByLabel("Почта").fill("anna@example.ru");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /^Оплатить/ }).click();
  await page.waitForURL(/\/sandbox\/pay\//);
  const id = page.url().split("/").pop() ?? "";
  await page.goto(url(`/s/demo/pay/${id}`));
  await expect(page.getByRole("heading", { name: "Ждём подтверждения" })).toBeVisible();
  await accessible(page);
  await page.request.post(url(`/api/sandbox/payments/${id}`), { data: { outcome: "succeed" } });
  await expect(page.getByRole("heading", { name: "Оплата прошла" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Открыть бота" })).toBeVisible();
  await accessible(page);
});

test("a training is ticked without a network and comes to the trainer when it is back", async ({ page, context }) => {
  test.slow();
  const guest = new BotGuest(page, "Марина");
  await guest.answerAll();
  const link = await guest.cabinet();
  await page.goto(url(link));
  await expect(page).toHaveURL(url("/c"));
  const ticks = page.getByRole("button", { name: /^Подход \d+ сделан/ });
  await ticks.first().waitFor();
  await accessible(page);
  await fits(page);
  await page.getByLabel("Подход 1: Вес, кг").first().fill("12,5");
  await ticks.first().click();
  await expect(ticks.first()).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("timer")).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForFunction(async () => (await (await caches.open("orbita-cabinet-1")).keys()).length > 8);
  await context.setOffline(true);
  await ticks.nth(1).click();
  await ticks.nth(2).click();
  await expect(page.getByText("2 отметки ждут отправки")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 отметки ждут отправки")).toBeVisible();
  await expect(ticks.nth(2)).toHaveAttribute("aria-pressed", "true");
  await context.setOffline(false);
  await expect(page.getByText("ждут отправки")).toBeHidden({ timeout: 30_000 });
  await page.reload();
  await expect(ticks.first()).toHaveAttribute("aria-pressed", "true");
  await expect(ticks.nth(2)).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByLabel("Подход 1: Вес, кг").first()).toHaveValue("12,5");

  await page.goto(url(link));
  await expect(page.getByRole("heading", { name: "Ссылка уже сработала или устарела" })).toBeVisible();
});
