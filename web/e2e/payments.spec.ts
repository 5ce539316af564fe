import { accessible, expect, signIn, test, url } from "./orbita";

test("an invoice is made for a client, marked as paid and given back", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/payments"));
  await expect(page.getByRole("grid", { name: "Платежи" })).toBeVisible();
  await accessible(page);

  await page.getByRole("button", { name: "Выставить счёт" }).click();
  const drawer = page.getByRole("dialog", { name: "Выставить счёт" });
  await drawer.getByRole("combobox", { name: "Клиент", exact: true }).click();
  const client = page.getByRole("option").first();
  const name = ((await client.textContent()) ?? "").slice(0, 3);
  await client.click();
  await drawer.getByLabel("Тариф").click();
  await page.getByRole("option").first().click();
  await drawer.getByLabel("Как клиент заплатит").click();
  await page.getByRole("option", { name: /Наличными/ }).click();
  await accessible(page);
  await drawer.getByRole("button", { name: "Выставить", exact: true }).click();
  await expect(drawer.getByText(/Счёт на .* готов/)).toBeVisible();
  await drawer.getByRole("button", { name: "Готово" }).click();

  const row = page.getByRole("row").nth(1);
  await expect(row).toContainText(name);
  await expect(row).toContainText("Ждёт оплаты");
  await row.click();
  const peek = page.getByRole("complementary", { name: "Платёж" });
  await peek.getByRole("button", { name: "Отметить оплаченным" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Деньги пришли" }).click();
  await expect(row).toContainText("Оплачен");
  await expect(peek).toContainText("Оплату отметил сотрудник");

  await peek.getByRole("button", { name: "Вернуть деньги" }).click();
  const refund = page.getByRole("dialog", { name: "Возврат денег" });
  await refund.getByLabel("Сумма возврата").fill("999999");
  await expect(refund.getByRole("button", { name: "Вернуть", exact: true })).toBeDisabled();
  await refund.getByLabel("Сумма возврата").fill("100");
  await refund.getByLabel("Причина").fill("Переплата");
  await accessible(page);
  await refund.getByRole("button", { name: "Вернуть", exact: true }).click();
  await expect(refund).toBeHidden();
  await expect(row).toContainText("Возвращён частично");
  await expect(peek).toContainText("Переплата");
});
