import { accessible, call, expect, signIn, test, url } from "./orbita";

test("an own field is made, hidden, and a tag is renamed for everybody", async ({ page }) => {
  await signIn(page);
  const stamp = Date.now();
  const tag = `проба-${stamp}`;
  for (const name of ["Первый", "Второй"]) {
    await call(page, "POST", "/api/clients", { name: `${name} ${stamp}`, tags: [tag] });
  }
  await page.goto(url("/admin/settings/fields"));
  await page.getByRole("button", { name: "Добавить поле" }).first().click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Название").fill(`Размер ${stamp}`);
  await drawer.getByLabel("Что в нём хранится").click();
  await page.getByRole("option", { name: "Выбор из списка" }).click();
  await drawer.getByLabel("Варианты").fill("S\nM\nL");
  await accessible(page);
  await drawer.getByRole("button", { name: "Добавить поле" }).click();
  const row = page.getByRole("listitem").filter({ hasText: `Размер ${stamp}` });
  await expect(row).toContainText("S, M, L");
  await row.getByRole("button", { name: "Изменить" }).click();
  await page.getByRole("dialog").getByRole("switch", { name: "Скрыть поле" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Сохранить" }).click();
  await expect(row).toContainText("Скрыто");

  await page.goto(url("/admin/settings/tags"));
  const line = page.getByRole("listitem").filter({ hasText: tag });
  await expect(line).toContainText("2 клиента");
  await line.getByRole("button", { name: "Переименовать" }).click();
  await page.getByLabel("Новое название").fill(`${tag}-новая`);
  await page.getByRole("dialog").getByRole("button", { name: "Переименовать" }).click();
  await expect(page.getByText("Переименовали у 2 клиентов")).toBeVisible();
  await page.getByRole("link", { name: "2 клиента" }).first().click();
  await expect(page.getByRole("row").filter({ hasText: `Первый ${stamp}` })).toBeVisible();
});

test("a rule moves a client on after a call", async ({ page }) => {
  await signIn(page);
  const before = await call<{ rules: unknown[] }>(page, "GET", "/api/actions/rules");
  await page.goto(url("/admin/settings/rules"));
  await page.getByRole("button", { name: "Добавить правило" }).first().click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("checkbox", { name: "Заметка" }).click();
  await drawer.getByLabel("Клиент стоит на этапе").click();
  await page.getByRole("option", { name: "Первичный контакт" }).click();
  await drawer.getByLabel("Перенести на этап").click();
  await page.getByRole("option", { name: "Принимают решение" }).click();
  await drawer.getByLabel("Следующий контакт").click();
  await page.getByRole("option", { name: "через 48 часов" }).click();
  await accessible(page);
  await drawer.getByRole("button", { name: "Добавить правило" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Заметка" });
  await expect(row).toContainText(
    "на этапе «Первичный контакт» · перенести на «Принимают решение» · связаться через 48 часов",
  );
  await row.getByRole("button", { name: "Удалить" }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "Вернуть", exact: true }).click();
  await expect(row).toHaveCount(1);
  await call(page, "PUT", "/api/actions/rules", before);
});

test("a task is changed, done and opened again from the list", async ({ page }) => {
  await signIn(page);
  const stamp = Date.now();
  const client = await call<{ id: number }>(page, "POST", "/api/clients", { name: `С задачей ${stamp}` });
  await call(page, "POST", "/api/tasks", { client_id: client.id, text: `Позвонить ${stamp}` });
  await page.goto(url("/admin/tasks"));
  const row = page.getByRole("listitem").filter({ hasText: String(stamp) });
  const more = page.getByRole("button", { name: "Показать ещё" });
  while ((await row.count()) === 0 && (await more.isVisible())) {
    await more.click();
    await expect(more.or(row)).not.toHaveAttribute("aria-busy", "true");
  }
  await row.getByRole("button", { name: `Изменить: Позвонить ${stamp}` }).click();
  await page.getByRole("dialog").getByLabel("Что сделать").fill(`Написать ${stamp}`);
  await accessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Сохранить" }).click();
  await expect(row).toContainText(`Написать ${stamp}`);
  await row.getByRole("checkbox").click();
  await expect(row).toHaveCount(0);
  await page
    .getByRole("radio", { name: "Сделаны" })
    .or(page.getByRole("button", { name: "Сделаны" }))
    .click();
  await expect(row).toContainText("сделано");
  await row.getByRole("checkbox").click();
  await expect(page.getByText("Задача снова открыта")).toBeVisible();
});

test("merges of a reason are undone together, after a trial that names their number", async ({ page }) => {
  await signIn(page);
  const stamp = Date.now();
  for (const pair of [1, 2]) {
    const one = await call<{ id: number }>(page, "POST", "/api/clients", { name: `Пара ${pair} ${stamp}` });
    const two = await call<{ id: number }>(page, "POST", "/api/clients", { name: `Копия ${pair} ${stamp}` });
    await call(page, "POST", `/api/clients/${one.id}/merge`, { client_id: two.id });
  }
  const today = new Date().toISOString().slice(0, 10);
  await page.goto(url(`/admin/clients/merges?rule=staff&since=${today}`));
  const rows = page.getByRole("list", { name: "Журнал объединений" }).getByRole("listitem");
  await expect(rows.first()).toContainText("вручную");
  await accessible(page);
  const open = await rows.getByRole("button", { name: "Разъединить" }).count();
  expect(open).toBeGreaterThanOrEqual(2);
  await page.getByRole("button", { name: "Разъединить всё" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(`Разъединить ${open}`);
  await dialog.getByRole("button", { name: "Разъединить всё" }).click();
  await expect(page.getByText(/Разъединили \d+ пар/)).toBeVisible();
  await expect(rows.getByRole("button", { name: "Разъединить" })).toHaveCount(0);
});
