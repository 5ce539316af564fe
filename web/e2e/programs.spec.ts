import { accessible, call, expect, signIn, test, url } from "./orbita";

type Programs = { items: { id: number; client: { name: string }; version: number; weeks: number; state: string }[] };

test("a cell is written by keys, the versions show it, the former one comes back, and the plan is sent", async ({
  page,
}) => {
  await signIn(page);
  const { items } = await call<Programs>(page, "GET", "/api/programs?state=delivered&limit=50");
  const program = items.find(({ version }) => version > 0);
  if (!program) {
    throw new Error("the demo has no programme that was delivered");
  }
  await page.goto(url(`/admin/programs/${program.id}`));
  const sheet = page.getByRole("grid", { name: "Неделя 1", exact: true });
  await expect(sheet).toBeVisible();
  await accessible(page);

  const reps = sheet.getByRole("gridcell").nth(2);
  await reps.click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7-9");
  await page.keyboard.press("Enter");
  await expect(reps).toHaveText("7-9");
  // The cursor went on below, in the same column.
  await expect(sheet.getByRole("gridcell").nth(10)).toBeFocused();

  await page.getByRole("tab", { name: /^Версии/ }).click();
  const differences = page.getByRole("region", { name: "Отличия" });
  await expect(differences.getByRole("insertion")).toHaveText("7-9");
  await accessible(page);
  const versions = page.getByRole("list", { name: "Версии" });
  await versions.getByRole("button", { name: new RegExp(`^Версия ${program.version} `) }).click();
  await differences.getByRole("button", { name: "Вернуть эту версию" }).click();
  await expect(versions.getByRole("button", { name: /сейчас/ })).toContainText("Возврат");
  await page.getByRole("tab", { name: "План" }).click();
  await expect(sheet).toBeVisible();
  await expect(reps).not.toHaveText("7-9");

  await page.getByRole("button", { name: "Отправить", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Отправить" }).click();
  await expect(page.getByText(/^Отправляем/).first()).toBeVisible();
});

test("a measurement out of bounds is refused at its field, a right one is written", async ({ page }) => {
  await signIn(page);
  const { items } = await call<{ items: { id: number }[] }>(page, "GET", "/api/clients?limit=1");
  await page.goto(url(`/admin/progress?of=${items[0]?.id}&add=1`));
  const drawer = page.getByRole("dialog", { name: "Новый замер" });
  await drawer.getByRole("textbox", { name: "Талия" }).fill("999");
  await drawer.getByRole("textbox", { name: "Вес" }).focus();
  await expect(drawer.getByText("От 40 до 220")).toBeVisible();
  await expect(drawer.getByRole("button", { name: "Сохранить" })).toBeDisabled();
  await accessible(page);
  await drawer.getByRole("textbox", { name: "Талия" }).fill("75");
  await drawer.getByRole("combobox", { name: "Период" }).click();
  await page.getByRole("option", { name: "Неделя 12" }).click();
  await drawer.getByRole("button", { name: "Сохранить" }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole("region", { name: "Замеры по периодам" })).toContainText("75");
});
