import { accessible, expect, signIn, test, url } from "./orbita";

test("a promo code is made, tried on a tariff, stopped and deleted", async ({ page }) => {
  const code = `ПРОБА${Date.now().toString(36).toUpperCase()}`;
  await signIn(page);
  await page.goto(url("/admin/promocodes?open=new"));
  const drawer = page.getByRole("dialog", { name: "Новый промокод" });
  await drawer.getByRole("button", { name: "Создать промокод" }).click();
  await expect(drawer.getByText("Заполните это поле")).toBeVisible();
  await drawer.getByRole("textbox", { name: "Код" }).fill(code);
  await drawer.getByLabel("Размер").fill("25");
  await accessible(page);
  await drawer.getByRole("button", { name: "Создать промокод" }).click();
  await expect(drawer).toBeHidden();

  const row = page.getByRole("row", { name: code });
  await expect(row).toContainText("25");
  await row.click();
  const open = page.getByRole("dialog", { name: code, exact: true });
  await open.getByRole("combobox", { name: "Выберите тариф" }).click();
  await page.getByRole("option").first().click();
  await expect(open.getByText(/К оплате .*, скидка/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(open).toBeHidden();

  await row.getByRole("button", { name: /Ещё/ }).click();
  await page.getByRole("menuitem", { name: "Остановить" }).click();
  await expect(row).toContainText("Остановлен");
  await row.getByRole("button", { name: /Ещё/ }).click();
  await page.getByRole("menuitem", { name: "Удалить" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Удалить" }).click();
  await expect(row).toBeHidden();
});
