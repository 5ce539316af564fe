import type { CDPSession, Page } from "@playwright/test";
import { call, expect, signIn, test, url } from "./orbita";

type Stage = { id: number; name: string };

const stages = async (page: Page) => (await call<{ items: Stage[] }>(page, "GET", "/api/pipeline/stages")).items;
const made = async (page: Page, name: string, stage?: number) =>
  (await call<{ id: number }>(page, "POST", "/api/clients", { name, ...(stage ? { stage_id: stage } : {}) })).id;
const stageOf = async (page: Page, id: number) =>
  (await call<{ stage: Stage }>(page, "GET", `/api/clients/${id}`)).stage.id;

async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox();
  expect(box).not.toBeNull();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

test.describe("by touch", () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

  const put = (cdp: CDPSession, type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });

  test("a finger holds a card and carries it to another stage; a quick one scrolls, a tap opens", async ({ page }) => {
    await signIn(page);
    const [first, second] = await stages(page);
    const id = await made(page, `Палец Носит ${Date.now()}`, first?.id);
    await page.goto(url("/admin/pipeline"));
    const card = page.locator(`[data-stage] [data-card="${id}"]`);
    await expect(card).toBeVisible();
    // Dragging comes in a chunk of its own.
    await expect(card).toHaveAttribute("draggable", "true");
    const cdp = await page.context().newCDPSession(page);
    const quick = await middle(page, `[data-card="${id}"]`);

    // Moving at once is scrolling: nothing is carried.
    await put(cdp, "touchStart", quick);
    await put(cdp, "touchMove", { x: quick.x, y: quick.y + 30 });
    await put(cdp, "touchMove", { x: quick.x, y: quick.y + 60 });
    await put(cdp, "touchEnd");
    await expect(page.locator("[data-ghost]")).toHaveCount(0);
    await card.scrollIntoViewIfNeeded();
    const from = await middle(page, `[data-card="${id}"]`);
    const to = await middle(page, `[data-stage="${second?.id}"]`);

    await put(cdp, "touchStart", from);
    await expect(page.locator("[data-ghost]")).toBeVisible();
    for (let step = 1; step <= 8; step++) {
      const share = step / 8;
      await put(cdp, "touchMove", { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
    }
    await put(cdp, "touchEnd");
    await expect(page.locator("[data-ghost]")).toHaveCount(0);
    await expect(page.locator(`[data-stage="${second?.id}"] [data-card="${id}"]`)).toBeVisible();
    await expect.poll(() => stageOf(page, id)).toBe(second?.id);
    await expect(page).not.toHaveURL(/client=/);
    await page.getByRole("button", { name: "Вернуть", exact: true }).first().tap();
    await expect.poll(() => stageOf(page, id)).toBe(first?.id);

    await page.locator(`[data-stage="${first?.id}"] [data-card="${id}"] [data-face]`).tap();
    await expect(page).toHaveURL(new RegExp(`client=${id}`));
  });
});

test("from the entrance to the client's page and back, without a mouse", async ({ page }) => {
  const name = `Клава Клавишина ${Date.now()}`;
  await signIn(page);
  const [first, second] = await stages(page);
  const id = await made(page, name, first?.id);
  await page.goto(url("/admin/today"));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/\/pipeline/);
  const face = page.locator(`[data-card="${id}"] [data-face]`);
  await expect(face).toBeVisible();

  // The search is found by its key, Tab goes on to the cards.
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await expect(page.locator("[data-stage] [data-card]")).toHaveCount(1);
  for (let i = 0; i < 40 && !(await face.evaluate((it) => it === document.activeElement)); i++) {
    await page.keyboard.press("Tab");
  }
  await expect(face).toBeFocused();
  await page.keyboard.press("Control+ArrowRight");
  await expect.poll(() => stageOf(page, id)).toBe(second?.id);
  await expect(face).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name })).toBeHidden();
  await face.focus();
  await page.keyboard.press("Shift+Enter");
  await expect(page).toHaveURL(url(`/admin/clients/${id}`));

  await expect(page.getByRole("region", { name: "Что записать" })).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.type("Записано без мыши");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("tabpanel").getByText("Записано без мыши")).toBeVisible();

  const stage = page.getByRole("button", { name: `Этап: ${second?.name}` });
  await stage.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect.poll(() => stageOf(page, id)).toBe(first?.id);

  const tab = page.getByRole("tab", { name: "Лента" });
  await tab.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(tab).toHaveAttribute("aria-selected", "false");
});
