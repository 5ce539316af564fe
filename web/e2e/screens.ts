import { join } from "node:path";
import type { Page } from "@playwright/test";
import { call, expect, signIn, test, url } from "./orbita";
import { flaws, guestOf, knownOf, screens, show } from "./seen";
import { PASSWORD } from "./server";

const out = new URL("./screens-out", import.meta.url).pathname;
const CLIENTS = 10_000;

type Import = { id: number; state: string; settings?: unknown; guess?: unknown };

/** The longest that people write, and as many clients as a list has to bear. */
async function layOut(page: Page): Promise<void> {
  const client = await call<{ id: number }>(page, "POST", "/api/clients", {
    name: "Преображенская-Воскресенская Александра-Константиновна Мстиславовна",
    phones: ["+79161112233", "+79161112234"],
    emails: [`${"very-long-name.".repeat(3)}mailbox@subdomain.example-company.org`],
    tags: ["после родов, только по утрам в будни", "НЕСРАВНЕННОДЛИННАЯМЕТКАБЕЗПРОБЕЛОВ"],
  });
  await call(page, "POST", "/api/tasks", { client_id: client.id, text: `Перезвонить и ${"обсудить ".repeat(40)}` });
  const entry = await page.request.post(url("/api/auth/login"), {
    data: { username: "admin", password: process.env.ORBITA_PASSWORD ?? PASSWORD },
  });
  const { access_token } = (await entry.json()) as { access_token: string };
  const rows = Array.from({ length: CLIENTS }, (_, i) => `Клиентка ${i},+7999${1_000_000 + i}`);
  const sent = await page.request.post(url("/api/clients/imports?name=clients.csv"), {
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/octet-stream" },
    data: Buffer.from(["Имя,Телефон", ...rows].join("\n")),
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  const { id } = (await sent.json()) as Import;
  const until = async (state: string) =>
    expect
      .poll(async () => (await call<Import>(page, "GET", `/api/clients/imports/${id}`)).state, { timeout: 400_000 })
      .toBe(state);
  const { settings } = await call<Import>(page, "GET", `/api/clients/imports/${id}`);
  await call(page, "POST", `/api/clients/imports/${id}/check`, settings);
  await until("checked");
  await call(page, "POST", `/api/clients/imports/${id}/start`);
  await until("done");
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  const page = await browser.newPage();
  await knownOf(page);
  await layOut(page);
  await page.close();
});

const phone = { widths: [390], height: 844, hasTouch: true, isMobile: true };
const desk = { widths: [768, 1440], height: 900, hasTouch: false, isMobile: false };

for (const [feature, list] of screens) {
  for (const { widths, height, ...touch } of [phone, desk]) {
    for (const language of ["ru", "en"] as const) {
      test(`${feature} at ${widths.join(" and ")} in ${language}`, async ({ browser }) => {
        test.setTimeout(60_000 + list.length * 30_000);
        const context = await browser.newContext({
          ...touch,
          viewport: { width: widths[0] ?? 390, height },
          locale: language === "ru" ? "ru-RU" : "en-GB",
          timezoneId: "Europe/Moscow",
          reducedMotion: "reduce",
        });
        const page = await context.newPage();
        await page.addInitScript((chosen) => localStorage.setItem("orbita.language", chosen), language);
        const known = await knownOf(page);
        if (list.some(({ open, guest }) => !open && !guest)) {
          await signIn(page);
        }
        if (list.some(({ guest }) => guest)) {
          await guestOf(page);
        }
        for (const screen of list) {
          await show(page, screen, known);
          for (const width of widths) {
            await page.setViewportSize({ width, height });
            for (const theme of ["light", "dark"] as const) {
              await page.emulateMedia({ colorScheme: theme });
              await page.screenshot({ path: join(out, `${screen.name}-${width}-${theme}-${language}.png`) });
            }
            expect.soft(await flaws(page, language), `${screen.name} at ${width}`).toEqual([]);
          }
        }
        await context.close();
      });
    }
  }
}
