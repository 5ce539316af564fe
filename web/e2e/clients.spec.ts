import { readFileSync } from "node:fs";
import { accessible, call, expect, signIn, test, url } from "./orbita";

type Client = { id: number; tags: string[] };

const digits = () => String(Date.now()).slice(-7);

test("a table with bad rows is checked, imported, its rejected rows come as a file, and it is taken back", async ({
  page,
}) => {
  await signIn(page);
  await page.goto(url("/admin/clients/import"));
  const mark = digits();
  const table = [
    "Имя;Телефон;Почта;Метки",
    `Импорт Первая ${mark};+7901${mark};;проба`,
    `Импорт Вторая ${mark};+7902${mark};;проба`,
    `Без Номера ${mark};не телефон;тоже не почта;`,
  ].join("\n");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "клиенты.csv", mimeType: "text/csv", buffer: Buffer.from(table, "utf8") });
  await expect(page.getByRole("combobox", { name: "Куда перенести «Имя»" })).toContainText("Имя");
  await expect(page.getByRole("combobox", { name: "Куда перенести «Телефон»" })).toContainText("Телефон");
  await accessible(page);

  await page.getByRole("button", { name: "Проверить без изменений" }).click();
  await expect(page.getByRole("heading", { name: "Так будет после переноса" })).toBeVisible();
  // The dry run has changed nothing.
  const found = () => call<{ items: Client[] }>(page, "GET", `/api/clients?q=${encodeURIComponent(mark)}`);
  expect((await found()).items).toHaveLength(0);

  await page.getByRole("button", { name: "Перенести 2 клиентов" }).click();
  await expect(page.getByRole("heading", { name: "Перенос завершён" })).toBeVisible();
  await expect(page.getByText(`Без Номера ${mark}`)).toBeVisible();
  expect((await found()).items).toHaveLength(2);
  const [file] = await Promise.all([
    page.context().waitForEvent("download"),
    page.getByRole("button", { name: "Скачать их файлом" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const rejected = readFileSync(await file.path(), "utf8");
  expect(rejected).toContain(`Без Номера ${mark}`);
  expect(rejected).not.toContain(`Импорт Первая ${mark}`);

  await page.getByRole("button", { name: "Отменить перенос" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Отменить перенос" }).click();
  await expect(page.getByRole("heading", { name: "Перенос отменён" })).toBeVisible();
  expect((await found()).items).toHaveLength(0);
});

test("a tag is put on many and taken back", async ({ page }) => {
  await signIn(page);
  const mark = digits();
  const ids: number[] = [];
  for (const name of [`Массовая Первая ${mark}`, `Массовая Вторая ${mark}`]) {
    ids.push((await call<Client>(page, "POST", "/api/clients", { name })).id);
  }
  const tagged = async () =>
    (await Promise.all(ids.map((id) => call<Client>(page, "GET", `/api/clients/${id}`)))).filter(({ tags }) =>
      tags.includes("осень"),
    ).length;
  await page.goto(url(`/admin/clients?q=${mark}`));
  const grid = page.getByRole("grid", { name: "Клиенты" });
  await expect(grid.getByRole("row")).toHaveCount(3);
  await grid.getByRole("checkbox", { name: "Выбрать все" }).click();
  await page.getByRole("toolbar", { name: "Выбрано 2" }).getByRole("button", { name: "Метка" }).click();
  await page.getByRole("textbox", { name: "Метка" }).fill("осень");
  await page.getByRole("dialog").getByRole("button", { name: "Добавить" }).click();
  await expect(page.getByText("Изменено 2 клиента").first()).toBeVisible();
  expect(await tagged()).toBe(2);
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await expect.poll(tagged).toBe(0);
});

test("a name typed in the wrong layout is found, and opens beside the list", async ({ page }) => {
  await signIn(page);
  const { id } = await call<Client>(page, "POST", "/api/clients", { name: "Ярослава Раскладкина" });
  await page.goto(url("/admin/clients"));
  // «раскладкина» with the English layout on.
  await page.getByRole("searchbox", { name: "Имя, телефон или ник" }).fill("hfcrkflrbyf");
  const row = page.getByRole("row", { name: /Ярослава Раскладкина/ }).first();
  await expect(row).toBeVisible();
  await expect(page).toHaveURL(/q=hfcrkflrbyf/);
  await accessible(page);
  await row.click();
  await expect(page).toHaveURL(/client=\d+/);
  expect(id).toBeGreaterThan(0);
});

test("a phone that somebody has leads to their card", async ({ page }) => {
  await signIn(page);
  const phone = `+7903${digits()}`;
  const { id } = await call<Client>(page, "POST", "/api/clients", { name: "Первая Владелица", phones: [phone] });
  await page.goto(url("/admin/clients"));
  await expect(page.getByRole("grid", { name: "Клиенты" })).toBeVisible();
  await page.keyboard.press("c");
  const drawer = page.getByRole("dialog", { name: "Новый клиент" });
  await drawer.getByLabel("Имя").fill("Вторая Она же");
  await drawer.getByLabel("Телефон", { exact: false }).first().fill(phone);
  await expect(drawer.locator(`a[href$="/clients/${id}"]`)).toBeVisible();
});
