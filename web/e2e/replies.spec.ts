import { BotGuest } from "./bot-guest";
import { accessible, call, expect, signIn, test, url } from "./orbita";

type Conversations = { items: { id: number; title: string }[] };

test("a template is written, refused for an unknown variable, and answers a client by its shortcut, under a name", async ({
  page,
}) => {
  const tail = String(Date.now());
  const name = `Вера Ждущая${tail}`;
  await new BotGuest(page, name).say("/start");
  await signIn(page);

  await page.goto(url("/admin/inbox/templates?open=new"));
  const drawer = page.getByRole("dialog", { name: "Новый шаблон" });
  await drawer.getByLabel("Название").fill(`Привет ${tail}`);
  await drawer.getByLabel("Сокращение").fill(`привет${tail}`);
  await drawer.getByLabel("Текст").fill("Здравствуйте, {price}!");
  await drawer.getByRole("button", { name: "Сохранить" }).click();
  await expect(drawer.getByText(/price в фигурных скобках подставить нечем/)).toBeVisible();
  await drawer.getByLabel("Текст").fill("Здравствуйте, ");
  await drawer.getByRole("button", { name: "Имя", exact: true }).click();
  await page.keyboard.type("! Это {staff}.");
  await expect(drawer.getByLabel("Так прочитает клиент")).toContainText("Здравствуйте, Вера! Это Администратор.");
  await accessible(page);
  await drawer.getByRole("button", { name: "Сохранить" }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole("row", { name: new RegExp(`Привет ${tail}`) })).toBeVisible();

  const { items } = await call<Conversations>(page, "GET", `/api/conversations?q=${encodeURIComponent(name)}`);
  await page.goto(url(`/admin/inbox?open=${items[0]?.id}`));
  const thread = page.getByRole("region", { name: "Переписка" });
  await expect(thread.getByRole("heading", { name })).toBeVisible();
  const field = thread.getByRole("textbox", { name: "Ответ" });
  await field.fill(`/привет${tail}`);
  await expect(page.getByRole("option", { name: new RegExp(`Привет ${tail}`) })).toBeVisible();
  await accessible(page);
  await field.press("Enter");
  await expect(field).toHaveValue("Здравствуйте, Вера! Это Администратор.");

  // What is not sent waits in its conversation.
  await page.goto(url("/admin/inbox"));
  await page.goto(url(`/admin/inbox?open=${items[0]?.id}`));
  await expect(field).toHaveValue("Здравствуйте, Вера! Это Администратор.");
  await field.press("Control+Enter");
  await expect(field).toHaveValue("");
  const line = thread.getByRole("listitem").filter({ hasText: "Это Администратор." });
  await expect(line).toContainText("Администратор");
  await expect(line).toContainText("отправлено");
  await expect(thread.getByText("Отвечает человек: вы")).toBeVisible();
});

test("a message for later waits over the composer, moves, and is taken back", async ({ page }) => {
  const name = `Олег Поздний${Date.now()}`;
  await new BotGuest(page, name).say("/start");
  await signIn(page);
  const { items } = await call<Conversations>(page, "GET", `/api/conversations?q=${encodeURIComponent(name)}`);
  await page.goto(url(`/admin/inbox?open=${items[0]?.id}`));
  const thread = page.getByRole("region", { name: "Переписка" });
  await thread.getByRole("textbox", { name: "Ответ" }).fill("Напоминаю о встрече");
  await thread.getByRole("button", { name: "Отправить позже" }).click();
  const dialog = page.getByRole("dialog", { name: "Отправить позже" });
  await dialog.getByRole("button", { name: "Запланировать" }).click();
  await expect(dialog.getByText("Выберите время")).toBeVisible();
  await accessible(page);
  await dialog.getByRole("button", { name: /Завтра утром/ }).click();
  await expect(dialog).toBeHidden();
  await expect(thread.getByRole("textbox", { name: "Ответ" })).toHaveValue("");
  const waiting = thread.getByRole("region", { name: "Запланированные сообщения" });
  await expect(waiting).toContainText("Завтра, 09:00");
  await expect(waiting).toContainText("Напоминаю о встрече");

  await waiting.getByRole("button", { name: "Изменить отложенное сообщение" }).click();
  const edit = page.getByRole("dialog", { name: "Изменить отложенное сообщение" });
  await edit.getByLabel("Ответ").fill("Напоминаю: встреча в десять");
  await edit.getByRole("button", { name: "Сохранить" }).click();
  await expect(waiting).toContainText("встреча в десять");

  await waiting.getByRole("button", { name: "Отменить отправку" }).click();
  await expect(waiting).toBeHidden();
  await page.getByRole("button", { name: "Вернуть", exact: true }).first().click();
  await expect(waiting).toContainText("встреча в десять");
});
