import type { Page } from "@playwright/test";
import { Chat } from "./chat";
import { expect, signIn, test, url } from "./orbita";
import { opensPdf } from "./pdf";

/** The card stands at the stage of those who train, and its page tells the whole story. */
async function standsOnTheBoard(page: Page, name: string, story: (string | RegExp)[]): Promise<void> {
  await page.goto(url("/"));
  await page.getByRole("link", { name: "Панель" }).click();
  await signIn(page);
  await page.getByRole("link", { name: "Воронка" }).click();
  await page.getByRole("searchbox", { name: "Найти на доске" }).fill(name);
  const column = page.getByRole("region", { name: "Активный клиент" });
  await column.getByText(name).click();
  await page.getByRole("complementary", { name }).getByRole("link", { name: "Открыть целиком" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const feed = page.getByRole("tabpanel").getByRole("list");
  for (const line of story) {
    await expect(feed.getByText(line).first()).toBeVisible();
  }
}

test("a stranger walks from the site to the full programme by clicks alone", async ({ page }) => {
  test.slow();
  const name = `Анна Путникова ${Date.now()}`;
  await page.goto(url("/"));
  await page.getByRole("link", { name: "Сайт", exact: true }).click();
  await page.getByLabel("Как вас зовут").fill(name);
  await page.getByLabel("Телефон").fill(`+7 916 ${String(Date.now()).slice(-7)}`);
  await page.getByLabel("Сообщение").fill("Хочу начать с малого");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Отправить" }).click();
  await page.getByRole("link", { name: "Открыть бота" }).click();

  const chat = new Chat(page);
  await expect(chat.log.getByText("Ваша заявка с сайта у нас")).toBeVisible();
  await chat.press("Получить бесплатную программу");
  await chat.answerAll();
  const file = chat.log.getByRole("link", { name: /\.pdf/ });
  await expect(file).toHaveCount(1);
  await opensPdf(page, file.first());

  await chat.press("Узнать цены");
  await chat.press(/12 недель/);
  await chat.log
    .getByRole("link", { name: /^Оплатить/ })
    .last()
    .click();
  await page.getByRole("button", { name: "Оплатить", exact: true }).click();
  await expect(page.getByRole("status").getByText("Оплачено", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Открыть бота" }).click();
  await expect(chat.log.getByText(/Оплата .* прошла, спасибо/)).toBeVisible();
  await expect(file).toHaveCount(2);
  await opensPdf(page, file.last());

  await standsOnTheBoard(page, name, [
    "Заявка",
    "Анкета заполнена",
    "Выставлен счёт",
    "Оплата прошла",
    "Программа отправлена",
    /Этап: Активный клиент/,
  ]);
});

test("who has bought on the site and opens the bot is asked at once, and gets the full programme", async ({ page }) => {
  test.slow();
  const name = `Борис Покупатель ${Date.now()}`;
  await page.goto(url("/s/demo"));
  await page
    .getByRole("link", { name: /^Купить: .*12 недель/ })
    .first()
    .click();
  await page.getByLabel("Как вас зовут").fill(name);
  await page.getByLabel("Почта").fill(`boris-${Date.now()}@example.org`);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /^Оплатить/ }).click();
  await page.getByRole("button", { name: "Оплатить", exact: true }).click();
  await page.getByRole("link", { name: "Вернуться к заказу" }).click();
  await expect(page.getByRole("heading", { name: "Оплата прошла" })).toBeVisible();
  await page.getByRole("button", { name: "Открыть бота" }).click();

  const chat = new Chat(page);
  await expect(chat.log.getByText("Спасибо за оплату! Остались вопросы анкеты")).toBeVisible();
  await expect(chat.log.getByText("Получить бесплатную программу")).toHaveCount(0);
  await chat.answerAll();
  const file = chat.log.getByRole("link", { name: /\.pdf/ });
  await expect(file).toHaveCount(1);
  await opensPdf(page, file.first());
  await standsOnTheBoard(page, name, ["Оплата прошла", "Анкета заполнена", "Программа отправлена"]);
});
