import { accessible, call, expect, signIn, test, url } from "./orbita";

type Letter = { to: string; links: { url: string }[] };

test("a colleague is invited by a letter, comes in, and sees no team", async ({ page, browser }) => {
  const email = `trainer-${Date.now()}@example.org`;
  await signIn(page);
  await page.goto(url("/admin/settings/team"));
  await page.getByRole("button", { name: "Пригласить" }).click();
  const dialog = page.getByRole("dialog", { name: "Пригласить в команду" });
  await dialog.getByLabel("Почта").fill(email);
  await dialog.getByLabel("Роль").click();
  await page.getByRole("option", { name: "Тренер" }).click();
  await accessible(page);
  await dialog.getByRole("button", { name: "Пригласить" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("tab", { name: /Приглашения/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("Ждёт ответа");

  const { slug } = (await call<{ business: { slug: string } }>(page, "GET", "/api/auth/me")).business;
  let link = "";
  await expect(async () => {
    const { items } = await call<{ items: Letter[] }>(page, "GET", `/api/sandbox/mail/${slug}`);
    link = items.find(({ to }) => to === email)?.links[0]?.url ?? "";
    expect(link).toContain("/invitation");
  }).toPass();

  const address = new URL(link);
  const theirs = await (await browser.newContext({ locale: "ru-RU" })).newPage();
  await theirs.goto(url(address.pathname + address.search + address.hash));
  await theirs.locator("input[autocomplete=name]").fill("Тренер Проба");
  await theirs.locator("input[autocomplete=username]").fill(`trainer${Date.now()}`);
  await theirs.locator("input[autocomplete=new-password]").first().fill("long-enough-for-a-trainer-1");
  await theirs.keyboard.press("Enter");
  await theirs.waitForURL((now) => !now.pathname.endsWith("/invitation"));
  await theirs.goto(url("/admin/settings"));
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Профиль и вход");
  await expect(theirs.getByRole("link", { name: "Команда" })).toHaveCount(0);
  await theirs.goto(url("/admin/settings/team"));
  await expect(theirs.getByText("Нужна роль: администратор")).toBeVisible();
  await theirs.context().close();
});

test("an API key is shown once and revoked", async ({ page }) => {
  const name = `Выгрузка ${Date.now()}`;
  await signIn(page);
  await page.goto(url("/admin/settings/api-keys"));
  await page.getByRole("button", { name: "Выпустить ключ" }).click();
  const dialog = page.getByRole("dialog", { name: "Выпустить ключ" });
  await dialog.getByRole("button", { name: "Выпустить ключ" }).click();
  await expect(dialog.getByText("Заполните это поле").first()).toBeVisible();
  await dialog.getByLabel("Название").fill(name);
  await dialog.getByRole("checkbox").first().click();
  await dialog.getByRole("button", { name: "Выпустить ключ" }).click();
  const key = (await dialog.getByLabel("Ключ API").textContent()) ?? "";
  expect(key.length).toBeGreaterThan(20);
  await accessible(page);
  await dialog.getByRole("button", { name: "Готово" }).click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toBeVisible();
  await page.reload();
  await expect(row).toBeVisible();
  await expect(page.getByText(key)).toHaveCount(0);
  await row.getByRole("button", { name: "Отозвать" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Отозвать" }).click();
  await expect(row).toContainText("Отозван");
});

test("a number opens the people it is made of", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/analytics?preset=year"));
  const figure = page.getByRole("button", { name: /^Новые клиенты: \d/ });
  const count = /\d+/.exec((await figure.getAttribute("aria-label")) ?? "")?.[0] ?? "";
  await accessible(page);
  await figure.click();
  const drawer = page.getByRole("dialog", { name: "Новые клиенты" });
  await expect(drawer).toContainText(`${count} человек`);
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Воронка" }).click();
  await expect(page.getByRole("columnheader", { name: "Конверсия" })).toBeVisible();
});
