import type { Page } from "@playwright/test";
import { accessible, call, expect, signIn, test, url } from "./orbita";

type Stage = { id: number; name: string; role: string };
type Client = { id: number };

const stages = async (page: Page) => (await call<{ items: Stage[] }>(page, "GET", "/api/pipeline/stages")).items;
const made = async (page: Page, name: string, stage?: number) =>
  (await call<Client>(page, "POST", "/api/clients", { name, ...(stage ? { stage_id: stage } : {}) })).id;
const stageOf = async (page: Page, id: number) =>
  (await call<{ stage: Stage }>(page, "GET", `/api/clients/${id}`)).stage.id;
const card = (page: Page, id: number) => page.locator(`[data-card="${id}"]`);
const column = (page: Page, id: number) => page.locator(`[data-stage="${id}"]`);
const stood = (page: Page, id: number, stage: number) =>
  expect(column(page, stage).locator(`[data-card="${id}"]`)).toBeVisible();

async function board(page: Page, query = ""): Promise<void> {
  await page.goto(url(`/admin/pipeline${query}`));
  await expect(page.locator("[data-stage]").first()).toBeVisible();
}

/** A real drag: the browser's own, step by step. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 15 });
  await page.mouse.move(to.x + 2, to.y + 2);
  await page.mouse.up();
}
async function middle(page: Page, selector: string, share = 0.5): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox();
  expect(box).not.toBeNull();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) * share };
}

test("a card is dragged to another stage and taken back", async ({ page }) => {
  await signIn(page);
  const [first, second] = await stages(page);
  const id = await made(page, "Тащим Мышью", first?.id);
  await board(page);
  await stood(page, id, first?.id ?? 0);
  await drag(
    page,
    await middle(page, `[data-card="${id}"]`),
    await middle(page, `[data-stage="${second?.id}"] [data-card] >> nth=0`, 0.8),
  );
  await stood(page, id, second?.id ?? 0);
  await expect.poll(() => stageOf(page, id)).toBe(second?.id);
  // Below the first card of its new column, as it was dropped.
  await expect(
    column(page, second?.id ?? 0)
      .locator("[data-card]")
      .nth(1),
  ).toHaveAttribute("data-card", String(id));
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await stood(page, id, first?.id ?? 0);
  await expect.poll(() => stageOf(page, id)).toBe(first?.id);
});

test("a rail takes a drop, and unfolds", async ({ page }) => {
  await signIn(page);
  const all = await stages(page);
  const lost = all.find(({ role }) => role === "inactive");
  const id = await made(page, "Уходит Совсем", all[0]?.id);
  await board(page);
  await column(page, lost?.id ?? 0).scrollIntoViewIfNeeded();
  await card(page, id).scrollIntoViewIfNeeded();
  await page.setViewportSize({ width: 1900, height: 900 });
  await drag(page, await middle(page, `[data-card="${id}"]`), await middle(page, `[data-stage="${lost?.id}"]`));
  await expect.poll(() => stageOf(page, id)).toBe(lost?.id);
  await page.getByRole("button", { name: /^Неактивен.*Развернуть/ }).click();
  await stood(page, id, lost?.id ?? 0);
});

test("two people see the same move at once", async ({ page, browser }) => {
  await signIn(page);
  const [first, second] = await stages(page);
  const id = await made(page, "Виден Обоим", first?.id);
  const other = await (await browser.newContext({ locale: "ru-RU" })).newPage();
  await signIn(other);
  await board(page);
  await board(other);
  await stood(other, id, first?.id ?? 0);
  await call(page, "POST", `/api/clients/${id}/move-stage`, { stage_id: second?.id });
  await stood(other, id, second?.id ?? 0);
  await expect(card(other, id)).toHaveAttribute("data-fresh", "true");
  await expect(card(other, id)).not.toHaveAttribute("data-fresh", "true");
  await other.context().close();
});

test("everything goes without a mouse", async ({ page }) => {
  await signIn(page);
  const [first, second, third] = await stages(page);
  const id = await made(page, "Одними Клавишами", first?.id);
  await board(page);
  await card(page, id).locator("[data-face]").focus();
  await page.keyboard.press("Control+ArrowRight");
  await stood(page, id, second?.id ?? 0);
  await expect(card(page, id).locator("[data-face]")).toBeFocused();
  await expect.poll(() => stageOf(page, id)).toBe(second?.id);
  await page.keyboard.press("ArrowDown");
  await expect(card(page, id).locator("[data-face]")).not.toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(card(page, id).locator("[data-face]")).toBeFocused();
  await page.keyboard.press("KeyM");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Digit3");
  await stood(page, id, third?.id ?? 0);
  await expect.poll(() => stageOf(page, id)).toBe(third?.id);
  await card(page, id).locator("[data-face]").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`client=${id}`));
});

test("a stage that is gone gives the card back, with the reason", async ({ page }) => {
  await signIn(page);
  const [first] = await stages(page);
  const gone = await call<Stage>(page, "POST", "/api/pipeline/stages", { name: "Исчезнет", hue: "pink" });
  const id = await made(page, "Возвращается Назад", first?.id);
  await page.route("**/api/events", (route) => route.abort());
  await board(page);
  await expect(column(page, gone.id)).toBeVisible();
  await call(page, "DELETE", `/api/pipeline/stages/${gone.id}`);
  await card(page, id).hover();
  await card(page, id)
    .getByRole("button", { name: /Действия/ })
    .click();
  await page.getByRole("menuitem", { name: "Исчезнет" }).click();
  await expect(page.getByText("Этот этап уже удалили, перенести туда нельзя.").first()).toBeVisible();
  await stood(page, id, first?.id ?? 0);
  await expect(column(page, gone.id)).toBeHidden();
});

test("a new client is added in a column, and markup in a name is text", async ({ page }) => {
  await signIn(page);
  const [first] = await stages(page);
  await board(page);
  const name = `<img src=x onerror=alert(1)> ${Date.now()}`;
  await page.getByRole("button", { name: `Добавить клиента: ${first?.name}` }).click();
  await page.getByLabel("Имя нового клиента").fill(name);
  await page.keyboard.press("Enter");
  await expect(column(page, first?.id ?? 0).getByText(name)).toBeVisible();
  await expect(page.locator("[data-card] img")).toHaveCount(0);
});

test("filters stand in the address and are the server's to judge", async ({ page }) => {
  await signIn(page);
  const [first] = await stages(page);
  const id = await made(page, "Иголкин Единственный", first?.id);
  await board(page);
  await page.getByRole("searchbox", { name: "Найти на доске" }).fill("Иголкин");
  await expect(page.locator("[data-card]")).toHaveCount(1);
  await expect(page).toHaveURL(/q=/);
  await page.getByRole("button", { name: /Просрочено/ }).click();
  await expect(page.getByText("По этому фильтру ничего нет")).toBeVisible();
  await page.goBack().catch(() => undefined);
  await board(page, `?q=${encodeURIComponent("Иголкин")}&quick=idle`);
  await expect(card(page, id)).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("a card is moved by its menu, one column fills the screen", async ({ page }) => {
    await signIn(page);
    const [first, second] = await stages(page);
    const id = await made(page, "Пальцем По Экрану", first?.id);
    await board(page);
    await card(page, id)
      .getByRole("button", { name: /Действия/ })
      .tap();
    await page.getByRole("menuitem", { name: second?.name ?? "" }).tap();
    await expect.poll(() => stageOf(page, id)).toBe(second?.id);
    await page.getByRole("button", { name: new RegExp(`^${second?.name},`) }).tap();
    await expect(card(page, id)).toBeInViewport();
    await accessible(page);
  });
});

test("a stage is added, ordered by keys, and with clients only emptied first", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/pipeline/stages"));
  await page.getByRole("button", { name: "Добавить этап" }).click();
  const drawer = page.getByRole("dialog", { name: "Новый этап" });
  await drawer.getByLabel("Название").fill("Пробное занятие");
  await drawer.getByLabel("Фиолетовый").check({ force: true });
  await drawer.getByLabel("Норма").fill("4");
  await accessible(page);
  await drawer.getByRole("button", { name: "Добавить этап" }).click();
  await expect(drawer).toBeHidden();
  const rows = page.locator("[data-stage-row]");
  const row = rows.filter({ hasText: "Пробное занятие" });
  await expect(row).toContainText("до 4 дней");
  const last = (await rows.count()) - 1;
  await row.getByRole("button", { name: "Пробное занятие", exact: true }).focus();
  await page.keyboard.press("Control+ArrowUp");
  await expect(rows.nth(last - 1)).toContainText("Пробное занятие");

  const mine = (await stages(page)).find(({ name }) => name === "Пробное занятие");
  const id = await made(page, "Стоит На Пробном", mine?.id);
  await page.reload();
  await row.getByRole("button", { name: /Действия/ }).click();
  await page.getByRole("menuitem", { name: "Удалить" }).click();
  const question = page.getByRole("dialog", { name: /есть клиенты/ });
  await question.getByLabel("Перенести на").click();
  await page.getByRole("option", { name: "Консультация" }).click();
  await question.getByRole("button", { name: "Перенести и удалить" }).click();
  await expect(row).toBeHidden();
  expect((await call<{ stage: Stage }>(page, "GET", `/api/clients/${id}`)).stage.name).toBe("Консультация");

  const finished = rows.filter({ hasText: "когда программа закончилась" });
  await expect(finished).toHaveCount(1);
});

for (const theme of ["light", "dark"] as const) {
  test(`nothing stands in the way of a screen reader, ${theme}`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem("orbita.theme", chosen), theme);
    await signIn(page);
    await board(page);
    await expect(page.locator("[data-card]").first()).toBeVisible();
    await accessible(page);
    await page.goto(url("/admin/pipeline/stages"));
    await expect(page.locator("[data-stage-row]").first()).toBeVisible();
    await accessible(page);
  });
}
