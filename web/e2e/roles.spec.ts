import type { Browser, Page } from "@playwright/test";
import { call, expect, signIn, test, url } from "./orbita";

const long = "long-enough-for-a-colleague-1";

/** A colleague of this role, made for this walk. */
async function colleague(page: Page, role: "manager" | "trainer"): Promise<string> {
  const username = `${role}${Date.now()}`;
  await call(page, "POST", "/api/users", { username, password: long, role, name: `Коллега ${username}` });
  return username;
}

async function enter(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel("Логин или почта").fill(username);
  await page.getByRole("textbox", { name: "Пароль" }).fill(password);
  await page.keyboard.press("Enter");
}

async function inOwnBrowser(browser: Browser, walk: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: "ru-RU" });
  await walk(await context.newPage());
  await context.close();
}

test("after wrong passwords one waits, whatever the next one is, and then comes in", async ({ page, browser }) => {
  await signIn(page);
  const username = await colleague(page, "manager");
  const tries = async (password: string) =>
    (await page.request.post(url("/api/auth/login"), { data: { username, password } })).status();
  // The pauses grow, so that a slow machine falls into one of them too.
  await expect(async () => {
    let status = 0;
    for (let i = 0; i < 12 && status !== 429; i++) {
      status = await tries(`not the password ${i}`);
    }
    expect(status).toBe(429);
    expect(await tries(long)).toBe(429);
  }).toPass();
  await inOwnBrowser(browser, async (theirs) => {
    await theirs.goto(url("/admin/signin"));
    const verb = theirs.getByRole("button", { name: "Войти" });
    for (let i = 0; i < 12; i++) {
      const answer = theirs.waitForResponse((it) => it.url().endsWith("/api/auth/login"));
      await enter(theirs, username, `not the password ${i}`);
      if ((await answer).status() === 429) {
        break;
      }
      await expect(theirs.getByRole("alert")).toContainText("не подошёл");
    }
    await expect(theirs.getByText(/Слишком много попыток/)).toBeVisible();
    await expect(verb).toBeDisabled();
    await expect(verb).toBeEnabled({ timeout: 20_000 });
    await enter(theirs, username, long);
    await theirs.waitForURL((address) => !address.pathname.endsWith("/signin"));
  });
  // Others were not kept waiting.
  await inOwnBrowser(browser, (theirs) => signIn(theirs));
});

test("a trainer and a manager see what is theirs, and are told whose the rest is", async ({ page, browser }) => {
  const [trainer, manager] = [await colleague(page, "trainer"), await colleague(page, "manager")];
  await inOwnBrowser(browser, async (theirs) => {
    await theirs.goto(url("/admin/pipeline"));
    await enter(theirs, trainer, long);
    await expect(theirs).toHaveURL(/\/pipeline$/);
    const menu = theirs.getByRole("navigation", { name: "Главное меню" });
    await expect(menu.getByRole("link", { name: "Клиенты" })).toBeVisible();
    await expect(menu.getByRole("link", { name: "Промокоды" })).toHaveCount(0);
    await expect(menu.getByRole("link", { name: "Напоминания" })).toHaveCount(0);
    for (const path of ["/admin/promocodes", "/admin/reminders"]) {
      await theirs.goto(url(path));
      await expect(theirs.getByText("Нужна роль: администратор, менеджер")).toBeVisible();
    }
    await theirs.goto(url("/admin/settings/audit"));
    await expect(theirs.getByText("Нужна роль: администратор")).toBeVisible();
    await theirs.goto(url("/admin/payments"));
    await expect(theirs.getByRole("grid", { name: "Платежи" })).toBeVisible();
  });
  await inOwnBrowser(browser, async (theirs) => {
    await theirs.goto(url("/admin/promocodes"));
    await enter(theirs, manager, long);
    await expect(theirs.getByRole("heading", { name: "Промокоды" })).toBeVisible();
    await theirs.goto(url("/admin/settings/team"));
    await expect(theirs.getByText("Нужна роль: администратор")).toBeVisible();
  });
});
