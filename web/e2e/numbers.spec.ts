import { readFile } from "node:fs/promises";
import { accessible, call, expect, signIn, test, url } from "./orbita";

type Programs = { items: { id: number; weeks: number; version: number }[] };

test("a number opens its people, a row is looked at alone until Esc, and the table is taken away", async ({ page }) => {
  await signIn(page);
  await page.goto(url("/admin/analytics?tab=sources&preset=year"));
  const table = page.getByRole("region", { name: "Таблица показателей" });
  const row = table.getByRole("row").nth(1);
  await row.getByRole("button", { name: /: \d/ }).first().click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("link").first()).toHaveAttribute("href", /\/clients\/\d+$/);
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  const name = row.getByRole("rowheader").getByRole("button");
  await name.click();
  await expect(name).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/only=/);
  await expect(page.getByRole("button", { name: /Показать всё/ })).toBeVisible();
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(name).toHaveAttribute("aria-pressed", "false");

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Скачать CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^sources_.*\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain("Источник");
});

test("a week is copied over the next one, and comes back", async ({ page }) => {
  await signIn(page);
  const { items } = await call<Programs>(page, "GET", "/api/programs?state=delivered&limit=50");
  const program = items.find(({ weeks, version }) => weeks > 1 && version > 0);
  if (!program) {
    throw new Error("the demo has no programme of several weeks");
  }
  await page.goto(url(`/admin/programs/${program.id}?week=2`));
  const second = page.getByRole("grid", { name: "Неделя 2", exact: true });
  const cell = second.getByRole("gridcell").nth(2);
  const before = await cell.innerText();
  await page.getByRole("button", { name: "Неделя 1", exact: true }).click();
  const reps = page.getByRole("grid", { name: "Неделя 1", exact: true }).getByRole("gridcell").nth(2);
  await reps.click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3-4");
  await page.keyboard.press("Enter");
  await expect(reps).toHaveText("3-4");

  await page.getByRole("button", { name: "Копировать неделю" }).click();
  await page.getByRole("menuitem", { name: "В неделю 2" }).click();
  await expect(page.getByText("Неделя 1 скопирована. Куда: 2")).toBeVisible();
  await page.getByRole("button", { name: "Неделя 2", exact: true }).click();
  await expect(cell).toHaveText("3-4");
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await expect(cell).toHaveText(before);
});

test("everybody who is measured stands in a list, and a click leads to how it goes", async ({ page }) => {
  await signIn(page);
  const { items } = await call<{ items: { id: number; name: string }[] }>(page, "GET", "/api/clients?limit=1");
  const client = items[0];
  await call(page, "POST", "/api/progress", {
    client_id: client?.id,
    period: "week_11",
    weight: 71.5,
    confirmed: true,
  });
  await page.goto(url("/admin/progress"));
  const table = page.getByRole("table", { name: "Кого измеряли" });
  await expect(table).toBeVisible();
  await accessible(page);
  await table
    .getByRole("button", { name: client?.name ?? "" })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`of=${client?.id}`));
  await expect(page.getByRole("region", { name: "Замеры по периодам" })).toBeVisible();
});
