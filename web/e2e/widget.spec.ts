import AxeBuilder from "@axe-core/playwright";
import { answer, setWidget } from "./chat-staff";
import { type Foreign, foreignSite } from "./foreign";
import { expect, test, url } from "./orbita";

const business = "demo";
let site: Foreign;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  site = await foreignSite(url(""), business);
  const page = await browser.newPage();
  await setWidget(page, { origins: [site.origin] });
  await page.close();
});
test.afterAll(() => site.close());

test("a visitor of a strict foreign page writes, staff answers, a reload keeps the conversation", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site.origin);
  const open = page.getByRole("button", { name: "Открыть чат" });
  await expect(open).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((path) => path !== "/" && path !== "/style.css")).toEqual(["/widget.js"]);

  await open.click();
  const chat = page.getByRole("dialog", { name: /Чат/ });
  await expect(chat.getByRole("heading")).toHaveText("Студия Движение");
  // The loud styles of the page stay outside.
  expect(await chat.evaluate((it) => getComputedStyle(it).borderTopStyle)).toBe("none");
  const field = chat.getByRole("textbox", { name: /сообщение/i });
  await expect(field).toBeFocused();
  const words = `Есть кто живой? ${Date.now()}`;
  await field.fill(`${words} <img src=x onerror=alert(1)>`);
  await field.press("Enter");
  await expect(chat.getByText("<img src=x onerror=alert(1)>")).toBeVisible();

  const reply = `Да, слушаю вас ${Date.now()}`;
  await answer(page, words, reply);
  await expect(chat.getByText(reply)).toBeVisible({ timeout: 15_000 });
  await expect(chat.getByText("Сотрудник").last()).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: /Открыть чат/ }).click();
  await expect(page.getByRole("dialog").getByText(reply)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: /Открыть чат/ })).toBeFocused();
});

test("an answer that comes while the chat is closed is counted on its button", async ({ page }) => {
  await page.clock.install();
  await page.goto(site.origin);
  await page.getByRole("button", { name: "Открыть чат" }).click();
  const words = `Отойду на минуту ${Date.now()}`;
  await page.getByRole("textbox").fill(words);
  await page.getByRole("textbox").press("Enter");
  // The bot says that a person will answer; only what comes after that is new.
  await expect(page.getByRole("dialog").getByText("Передали тренеру")).toBeVisible();
  await page.keyboard.press("Escape");
  await answer(page, words, "Мы на месте");
  await page.clock.fastForward(60_000);
  await expect(page.getByRole("button", { name: /непрочитанных сообщений: 1/ })).toBeVisible();
});

test("contacts are left with consent, and what is missing is said", async ({ page }) => {
  await page.goto(site.origin);
  await page.getByRole("button", { name: "Открыть чат" }).click();
  await page.getByRole("button", { name: "Оставить контакты" }).click();
  const chat = page.getByRole("dialog");
  await chat.getByRole("textbox", { name: "Имя" }).fill("Анна Проверочная");
  await chat.getByRole("textbox", { name: "Телефон" }).fill("12");
  await chat.getByRole("checkbox").check();
  await chat.getByRole("button", { name: "Отправить" }).click();
  await expect(chat.getByRole("textbox", { name: "Телефон" })).toHaveAttribute("aria-invalid", "true");
  await chat.getByRole("textbox", { name: "Телефон" }).fill("+7 916 123-45-67");
  await chat.getByRole("button", { name: "Отправить" }).click();
  await expect(chat.getByText("Спасибо! Контакты у нас")).toBeVisible();
  await expect(chat.getByRole("link", { name: "Продолжить в боте" })).toHaveAttribute(
    "href",
    /\/sandbox\/bot\/demo\?start=/,
  );
});

test("a page of a site that is not listed learns nothing", async ({ context }) => {
  // A page of its own: the browser complains of what it kept from it.
  const page = await context.newPage();
  const stranger = await foreignSite(url(""), business);
  await page.goto(stranger.origin);
  await page.getByRole("button", { name: "Открыть чат" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("heading")).toHaveText("Чат");
  await stranger.close();
});

for (const scheme of ["light", "dark"] as const) {
  for (const width of [390, 1440]) {
    test(`nothing stands in the way at ${width} px, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(site.origin);
      await page.getByRole("button", { name: "Открыть чат" }).click();
      await expect(page.getByRole("button", { name: "Узнать цены" })).toBeVisible();
      const found = async () =>
        (
          await new AxeBuilder({ page })
            .include("orbita-chat")
            .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
            .analyze()
        ).violations;
      expect(await found()).toEqual([]);
      await page.getByRole("button", { name: "Узнать цены" }).click();
      await expect(page.getByRole("log").getByRole("button").first()).toBeVisible();
      expect(await found()).toEqual([]);
      await page.getByRole("button", { name: "Оставить контакты" }).click();
      expect(await found()).toEqual([]);
    });
  }
}
