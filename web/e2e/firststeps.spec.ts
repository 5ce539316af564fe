import { accessible, expect, signIn, test, url } from "./orbita";
import { PASSWORD, serve } from "./server";

test("a stranger is offered a walk, goes through it by keys, ends it, and finds it again in the menu", async ({
  page,
}) => {
  await signIn(page);
  await page.goto(url("/admin/today"));
  await page.getByRole("button", { name: "Показать", exact: true }).click();
  const card = page.getByRole("dialog", { name: "Знакомство с Orbita" });
  await expect(card).toContainText("1 из 6");
  await expect(card).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(card).toContainText("2 из 6");
  await expect(page).toHaveURL(/\/admin\/inbox/);
  await accessible(page);
  // A reload in the middle goes on where it was.
  await page.reload();
  await expect(card).toContainText("2 из 6");
  await card.getByRole("button", { name: "Дальше" }).click();
  await expect(page).toHaveURL(/\/admin\/pipeline/);
  await card.getByRole("button", { name: "Закончить знакомство" }).click();
  await expect(card).toBeHidden();

  await page.goto(url("/admin/today"));
  await expect(page.getByRole("region", { name: "Главные числа" })).toBeVisible();
  await expect(page.getByText("Первый раз здесь?")).toHaveCount(0);
  await page.getByRole("button", { name: /Администратор/ }).click();
  await page.getByRole("menuitem", { name: "Показать, что где" }).click();
  await expect(card).toContainText("1 из 6");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
});

test("an empty business begins with the list of steps; a wrong token of the bot is explained, a tariff counts", async ({
  page,
}) => {
  test.skip(!!process.env.ORBITA_URL, "needs a server of its own");
  test.setTimeout(180_000);
  const server = await serve({ demo: false });
  try {
    await page.goto(`${server.url}/admin/signin`);
    await page.locator("input[autocomplete=username]").fill("admin");
    await page.locator("input[autocomplete=current-password]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    const list = page.getByRole("region", { name: "Настройка бизнеса" });
    await expect(page.getByRole("heading", { name: "С чего начать" })).toBeVisible();
    await expect(list.getByText("Готово 0 из 7")).toBeVisible();
    const bot = list.getByRole("listitem").filter({ hasText: "Бот в Telegram" });
    await bot.getByRole("button", { name: /Проверить/ }).click();
    await expect(bot).toContainText("Бот не подключён: вставьте токен из BotFather.");
    await accessible(page);

    await bot.getByRole("link", { name: /Настроить/ }).click();
    const drawer = page.getByRole("dialog", { name: "Бот в Telegram" });
    await drawer.getByLabel("Токен бота из BotFather").fill("это не токен");
    await drawer.getByRole("button", { name: "Сохранить" }).click();
    await expect(drawer.getByText(/Это не токен бота. Скопируйте его из BotFather целиком/)).toBeVisible();

    await page.goto(`${server.url}/admin/tariffs?open=new`);
    const tariff = page.getByRole("dialog", { name: "Новый тариф" });
    await tariff.getByLabel("Название").fill("Месяц занятий");
    await tariff.getByLabel("Цена").fill("2990");
    await tariff.getByRole("button", { name: "Создать тариф" }).click();
    await expect(tariff).toBeHidden();
    await page.goto(`${server.url}/admin/setup`);
    await expect(list.getByText("Готово 1 из 7")).toBeVisible();
    const tariffs = list.getByRole("listitem").filter({ hasText: "Тарифы" });
    await tariffs.getByRole("button", { name: /Проверить/ }).click();
    await expect(tariffs).toContainText("В продаже 1 тариф.");
  } finally {
    await server.stop();
  }
});
