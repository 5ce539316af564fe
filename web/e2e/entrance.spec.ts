import { accessible, expect, signIn, test, url } from "./orbita";

test("a stranger is sent to the entrance and comes back where they wanted", async ({ page }) => {
  await page.goto(url("/admin/tariffs?state=on"));
  await expect(page).toHaveURL(/\/admin\/signin\?to=/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Вход в Orbita");
  await accessible(page);
  await page.getByLabel("Логин или почта").fill("admin");
  await page.getByRole("textbox", { name: "Пароль" }).fill("not the password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("не подошёл");
  await page.getByRole("textbox", { name: "Пароль" }).fill(process.env.ORBITA_PASSWORD ?? "orbita-e2e-password");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/tariffs\?state=on$/);
});

test("a session outlives a reload and ends in every tab", async ({ page, context }) => {
  await signIn(page);
  await page.goto(url("/admin/tariffs"));
  await expect(page.getByRole("heading", { name: "Тарифы" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(url("/admin/tariffs"));
  await expect(other.getByRole("heading", { name: "Тарифы" })).toBeVisible();
  await page.getByRole("button", { name: /Администратор/ }).click();
  await page.getByRole("menuitem", { name: "Выйти" }).click();
  await expect(page).toHaveURL(/\/admin\/signin/);
  await expect(other).toHaveURL(/\/admin\/signin/);
});

test("keys work with a Russian layout and sleep while one types", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/tariffs"));
  await expect(page.getByRole("grid")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new KeyboardEvent("keydown", { code: "KeyK", key: "л", ctrlKey: true })));
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("тар");
  await expect(page.getByRole("option", { name: /Тарифы/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("/");
  await page.keyboard.type("gt?");
  await expect(page.getByRole("searchbox")).toHaveValue("gt?");
});

test("the page's policy and caching", async ({ request }) => {
  const page = await request.get(url("/admin/tariffs"));
  expect(page.headers()["content-security-policy"]).toContain("script-src 'self';");
  expect(page.headers()["cache-control"]).toContain("no-cache");
  const script = /src="(\/admin\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? "";
  const asset = await request.get(url(script), { headers: { "accept-encoding": "gzip" } });
  expect(asset.headers()["cache-control"]).toContain("immutable");
  expect(asset.headers()["content-encoding"]).toBe("gzip");
  expect((await request.get(url("/admin/assets/gone.js"))).status()).toBe(404);
});
