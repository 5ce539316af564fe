import { accessible, expect, signIn, test, url } from "./orbita";

test("a rule is written, its text tried, and it is switched on and off", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/reminders?open=new"));
  const drawer = page.getByRole("dialog", { name: "Новое правило" });
  await drawer.getByRole("textbox", { name: "Название" }).fill("Проба правила");
  const text = drawer.getByRole("textbox", { name: "Текст" });
  await text.fill("Здравствуйте{, имя}! {сумма}");
  await drawer.getByRole("button", { name: "Попробовать текст" }).click();
  await expect(drawer.getByRole("status")).toBeHidden();
  await text.fill("Здравствуйте{, имя}!");
  await drawer.getByRole("button", { name: "Попробовать текст" }).click();
  await expect(drawer.getByRole("status")).toContainText("Здравствуйте");
  await accessible(page);
  await drawer.getByRole("button", { name: "Создать правило" }).click();
  await expect(drawer).toBeHidden();

  const onOff = page.getByRole("switch", { name: "Проба правила" });
  await expect(onOff).not.toBeChecked();
  await onOff.click();
  await expect(onOff).toBeChecked();
  await onOff.click();
  await expect(onOff).not.toBeChecked();

  await page.getByRole("tab", { name: "Журнал" }).click();
  await expect(page.getByRole("button", { name: "Пропущено" })).toBeVisible();
  await accessible(page);
});
