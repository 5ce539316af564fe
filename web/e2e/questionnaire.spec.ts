import { accessible, expect, signIn, test, url } from "./orbita";

test("an own question is added and published as the next version, and taken out again", async ({ page }) => {
  // Of the second business: guests of the first are being asked meanwhile.
  await signIn(page, "studio-admin");
  await page.goto(url("/admin/questionnaire"));
  const list = page.getByRole("list", { name: "Анкета" });
  await expect(list).toBeVisible();
  await accessible(page);

  await page.getByRole("button", { name: "Добавить вопрос" }).click();
  await page.getByRole("menuitem", { name: "Один из вариантов" }).click();
  const drawer = page.getByRole("dialog", { name: "Новый вопрос" });
  await drawer.getByRole("button", { name: "Готово" }).click();
  await expect(drawer.getByText("Заполните это поле").first()).toBeVisible();
  await drawer.getByRole("textbox", { name: "Короткое название" }).fill("Откуда узнали");
  await drawer.getByRole("textbox", { name: "Текст вопроса" }).fill("Откуда вы о нас узнали?");
  await drawer.getByRole("textbox", { name: "Вариант 1" }).fill("От друзей");
  await drawer.getByRole("textbox", { name: "Вариант 2" }).fill("Из интернета");
  await accessible(page);
  await drawer.getByRole("button", { name: "Готово" }).click();
  await page.getByRole("button", { name: "Опубликовать" }).click();
  await expect(page.getByText(/Версия \d+ опубликована/).first()).toBeVisible();
  await expect(list).toContainText("Откуда вы о нас узнали?");

  await page.getByRole("button", { name: "Ещё: Откуда узнали" }).click();
  await page.getByRole("menuitem", { name: "Убрать из анкеты" }).click();
  await page.getByRole("button", { name: "Опубликовать" }).click();
  await expect(list).not.toContainText("Откуда узнали");
  await expect(page.getByText("Изменения ещё не опубликованы")).toBeHidden();
});
