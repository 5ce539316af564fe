import { accessible, expect, signIn, test, url } from "./orbita";

test("a tariff is made, refused with a word at its field, switched off and back, and deleted", async ({ page }) => {
  await signIn(page, "studio-admin");
  await page.goto(url("/admin/tariffs"));
  await expect(page.getByRole("grid", { name: "Тарифы" })).toBeVisible();
  await accessible(page);

  await page.keyboard.press("c");
  const drawer = page.getByRole("dialog", { name: "Новый тариф" });
  await drawer.getByRole("button", { name: "Создать тариф" }).click();
  await expect(drawer.getByText("Заполните это поле")).toBeVisible();
  await drawer.getByLabel("Название").fill("Проба на неделю");
  await drawer.getByLabel("Цена").fill("990");
  await accessible(page);
  await drawer.getByRole("button", { name: "Создать тариф" }).click();
  await expect(drawer).toBeHidden();
  const row = page.getByRole("row", { name: /Проба на неделю/ });
  await expect(row).toContainText("990");

  await row.getByRole("button", { name: /Ещё/ }).click();
  await page.getByRole("menuitem", { name: "Снять с продажи" }).click();
  await expect(row).toContainText("Сняты с продажи");
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await expect(row).not.toContainText("Сняты с продажи");

  await row.getByRole("button", { name: /Ещё/ }).click();
  await page.getByRole("menuitem", { name: "Удалить" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Удалить" }).click();
  await expect(row).toBeHidden();
});

test("unsaved changes are asked about", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/tariffs?open=new"));
  await page.getByLabel("Название").fill("Недописано");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toContainText("Уйти без сохранения?");
  await page.getByRole("button", { name: "Остаться" }).click();
  await expect(page.getByLabel("Название")).toHaveValue("Недописано");
});

test("an address that leads nowhere says so", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/no/such/page"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Такой страницы нет");
});
