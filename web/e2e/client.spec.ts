import type { Page } from "@playwright/test";
import { accessible, call, expect, signIn, test, url } from "./orbita";

type Client = { id: number; name: string; stage: { id: number; name: string } | null; phones: string[] };
type Stage = { id: number; name: string };

/** Phones and addresses belong to one client each, and a walk may be repeated on the same server. */
const run = String(Date.now()).slice(-7);
const shown = `+7 916 ${run.slice(0, 3)}-${run.slice(3, 5)}-${run.slice(5)}`;
const letter = `nina-${run}@example.com`;

const made = (page: Page, name: string, more: object = {}) =>
  call<Client>(page, "POST", "/api/clients", { name, ...more });
const read = (page: Page, id: number) => call<Client>(page, "GET", `/api/clients/${id}`);
const stages = async (page: Page) => (await call<{ items: Stage[] }>(page, "GET", "/api/pipeline/stages")).items;

async function open(page: Page, id: number, query = ""): Promise<void> {
  await page.goto(url(`/admin/clients/${id}${query}`));
  await expect(page.getByRole("tab", { name: "Лента" })).toBeVisible();
}

test("a card of the board opens the peek, which leads to the page and closes by Esc", async ({ page }) => {
  await signIn(page);
  const [first] = await stages(page);
  const { id } = await made(page, "Вера Рядом", { stage_id: first?.id, phones: [`+7916${run}`] });
  await page.goto(url("/admin/pipeline"));
  await page.locator(`[data-card="${id}"]`).click();
  const peek = page.getByRole("complementary", { name: "Вера Рядом" });
  await expect(peek).toContainText(shown);
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(peek).toBeHidden();
  await page.goto(url(`/admin/pipeline?client=${id}`));
  await peek.getByRole("link", { name: "Открыть целиком" }).click();
  await expect(page).toHaveURL(url(`/admin/clients/${id}`));
  await expect(page.getByRole("heading", { level: 1, name: "Вера Рядом" })).toBeVisible();
});

test("a note, a call and a task stand in the feed; the task is ticked off and taken back", async ({ page }) => {
  await signIn(page);
  const { id } = await made(page, "Олег Записной");
  await open(page, id);
  await expect(page.getByRole("region", { name: "Что записать" })).toBeVisible();
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Заметка" }).fill("Любит утренние тренировки");
  await page.keyboard.press("Control+Enter");
  const feed = page.getByRole("tabpanel").getByRole("list");
  await expect(feed).toContainText("Любит утренние тренировки");
  await page.getByRole("button", { name: "Звонок", exact: true }).click();
  await page.getByRole("textbox", { name: "Звонок" }).fill("Договорились на вторник");
  await page.getByRole("button", { name: "Записать звонок" }).click();
  await expect(feed).toContainText("Договорились на вторник");
  await page.getByRole("button", { name: "Задача", exact: true }).click();
  await page.getByRole("textbox", { name: "Задача" }).fill("Прислать расписание");
  await page.getByRole("button", { name: "Поставить задачу" }).click();
  const tick = page.getByRole("button", { name: "Выполнено: Прислать расписание" });
  await tick.click();
  await expect(tick).toBeHidden();
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await expect(tick).toBeVisible();
  await page.getByRole("button", { name: "Заметки" }).click();
  await expect(feed).toContainText("Любит утренние тренировки");
  await expect(feed).not.toContainText("Договорились на вторник");
  await accessible(page);
});

test("a client moves to another stage and back", async ({ page }) => {
  await signIn(page);
  const [first, second] = await stages(page);
  const { id } = await made(page, "Мила Этапова", { stage_id: first?.id });
  await open(page, id);
  await page.getByRole("button", { name: `Этап: ${first?.name}` }).click();
  await page.getByRole("menuitem", { name: second?.name ?? "" }).click();
  await expect(page.getByRole("button", { name: `Этап: ${second?.name}` })).toBeVisible();
  await expect.poll(async () => (await read(page, id)).stage?.id).toBe(second?.id);
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await expect.poll(async () => (await read(page, id)).stage?.id).toBe(first?.id);
  await expect(page.getByRole("button", { name: `Этап: ${first?.name}` })).toBeVisible();
});

test("two cards become one and come apart again", async ({ page }) => {
  await signIn(page);
  const { id } = await made(page, "Нина Первая");
  const other = await made(page, "Нина Отдельная", { emails: [letter] });
  await open(page, id);
  await page.getByRole("button", { name: "Ещё", exact: true }).click();
  await page.getByRole("menuitem", { name: "Объединить с другой карточкой" }).click();
  const dialog = page.getByRole("dialog", { name: "Объединить карточки" });
  await dialog.getByRole("combobox", { name: "Вторая карточка" }).pressSequentially("Нина Отд");
  await page.getByRole("option", { name: /Нина Отдельная/ }).click();
  // The trial shows what will come of it, and changes nothing.
  await expect(dialog).toContainText(letter);
  expect((await read(page, other.id)).id).toBe(other.id);
  await dialog.getByRole("button", { name: "Объединить", exact: true }).click();
  await expect(page.getByRole("button", { name: `Почта: ${letter}` })).toBeVisible();
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await expect(page.getByRole("button", { name: /^Почта: Не указано/ })).toBeVisible();
  expect((await read(page, other.id)).name).toBe("Нина Отдельная");
});

test("markup in a name and in a note stays a text", async ({ page }) => {
  await signIn(page);
  const evil = '<img src=x onerror="document.title=1">';
  const { id } = await made(page, evil);
  await open(page, id);
  await expect(page.getByRole("heading", { level: 1, name: evil })).toBeVisible();
  await page.getByRole("button", { name: "Заметка", exact: true }).click();
  await page.getByRole("textbox", { name: "Заметка" }).fill("<b>жирно</b> & <script>alert(1)</script>");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("tabpanel")).toContainText("<b>жирно</b> & <script>alert(1)</script>");
  await expect(page.locator("main img, main b, main script")).toHaveCount(0);
});

test("a contact is changed in place; what somebody changed meanwhile is shown and not overwritten", async ({
  page,
}) => {
  await signIn(page);
  const { id } = await made(page, "Пётр Правкин");
  await open(page, id);
  const phone = page.getByRole("button", { name: /^Телефон:/ });
  await phone.click();
  await page.getByRole("textbox", { name: "Телефон" }).fill(`+7917${run}`);
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await read(page, id)).phones).toEqual([`+7917${run}`]);
  await page.route("**/api/clients/*", async (route) => {
    if (route.request().method() === "PATCH") {
      // A colleague is quicker by a moment.
      await call(page, "PATCH", `/api/clients/${id}`, { name: "Пётр Коллегин" });
    }
    await route.continue();
  });
  await page.getByRole("button", { name: /^Имя:/ }).click();
  await page.getByRole("textbox", { name: "Имя" }).fill("Пётр Опоздавший");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Пока вы редактировали, это изменил кто-то другой").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Пётр Коллегин" })).toBeVisible();
  expect((await read(page, id)).name).toBe("Пётр Коллегин");
});

test("on a phone the questionnaire is a tab and the composer stays at the bottom", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  const { id } = await made(page, "Рита Карманная");
  await open(page, id);
  await expect(
    page.getByRole("textbox", { name: "Сообщение" }).or(page.getByText("Написать пока некуда")),
  ).toBeInViewport();
  await accessible(page);
  await page.getByRole("tab", { name: "Анкета" }).click();
  await expect(page.getByRole("heading", { name: "Контакты" })).toBeVisible();
  await accessible(page);
});
