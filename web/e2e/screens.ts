import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { faults } from "./faults";
import { type Ids, lay } from "./laid";
import { expect, signIn, url } from "./orbita";

/** One page to be looked at. A feature lists its own in `screens/<feature>.ts` as the default export. */
export type Screen = {
  name: string;
  /** Below the server's root: "/admin/tariffs"; ids of the demo data are known only when it runs. */
  path: string | ((ids: Ids) => string);
  /** Who looks: nobody yet, the second business, a customer in the cabinet; else the first business' owner. */
  as?: "nobody" | "studio-admin" | "customer";
  /** Lays out the data that only this screen needs. */
  prepare?: (page: Page) => Promise<void>;
  /** Opens what the picture is of: a drawer, a menu. */
  before?: (page: Page) => Promise<void>;
  /** Text of a person who does not speak the interface's language: a site, a chat. */
  foreign?: boolean;
};

type Device = "phone" | "wide";
type Language = "ru" | "en";

const folder = new URL("./screens", import.meta.url).pathname;
const out = new URL("./screens-out", import.meta.url).pathname;

export const screens: Screen[] = (
  await Promise.all(
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map(async (name) => ((await import(join(folder, name))) as { default: Screen[] }).default),
  )
).flat();

/** Pages that stay open from screen to screen: signing in costs more than looking. */
type Opened = { page: (as: Screen["as"], device: Device, language: Language) => Promise<Page>; ids: Ids };

export const test = base.extend<object, { opened: Opened; longest: boolean }>({
  /** Whether the longest names and texts are laid out too, which other walks would stumble over. */
  longest: [true, { option: true, scope: "worker" }],
  opened: [
    async ({ browser, longest }, use) => {
      const kept = new Map<string, Promise<BrowserContext>>();
      const first = await browser.newContext();
      const ids = await lay(await first.newPage(), longest);
      await first.close();
      const make = async (as: Screen["as"], device: Device, language: Language) => {
        const context = await browser.newContext({
          viewport: device === "phone" ? { width: 390, height: 844 } : { width: 1440, height: 900 },
          colorScheme: "light",
          locale: language === "ru" ? "ru-RU" : "en-GB",
          timezoneId: "Europe/Moscow",
          hasTouch: device === "phone",
          isMobile: device === "phone",
          reducedMotion: "reduce",
          serviceWorkers: "block",
        });
        await context.addInitScript((chosen) => localStorage.setItem("orbita.language", chosen), language);
        if (as === "customer") {
          await context.addCookies(ids.customer);
        } else if (as !== "nobody") {
          const page = await context.newPage();
          await signIn(page, as ?? "admin");
          await page.close();
        }
        return context;
      };
      await use({
        ids,
        page: async (as, device, language) => {
          const name = `${as} ${device} ${language}`;
          const context = kept.get(name) ?? make(as, device, language);
          kept.set(name, context);
          const page = (await context).pages()[0] ?? (await (await context).newPage());
          await page.emulateMedia({ colorScheme: "light" });
          return page;
        },
      });
      await Promise.all([...kept.values()].map(async (context) => (await context).close()));
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

/** Goes to a screen and waits until it shows what it has, not a skeleton. */
export async function visit(page: Page, screen: Screen, ids: Ids): Promise<void> {
  await screen.prepare?.(page);
  const path = typeof screen.path === "string" ? screen.path : screen.path(ids);
  await page.goto(url(path));
  await page.evaluate(() => document.fonts.ready);
  if (path.startsWith("/admin")) {
    await page.locator("h1, [role=dialog]").first().waitFor({ state: "attached" });
  }
  await expect(page.locator("[aria-busy=true], [data-slot=skeleton]")).toHaveCount(0);
  await screen.before?.(page);
}

export { expect };

export function picture(screen: Screen, width: number, theme: string, language: string): string {
  return join(out, `${screen.name}-${width}-${theme}-${language}.png`);
}

export { faults };
