import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, signIn, test, url } from "./orbita";

/** One page to be looked at. A feature lists its own in `screens/<feature>.ts` as the default export. */
export type Screen = {
  name: string;
  /** Below the server's root: "/admin/tariffs". */
  path: string;
  /** Before signing in. */
  open?: boolean;
  /** Opens what the picture is of: a drawer, a menu. */
  before?: (page: Page) => Promise<void>;
};

const folder = new URL("./screens", import.meta.url).pathname;
const out = new URL("./screens-out", import.meta.url).pathname;
const lists = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map(async (name) => ((await import(join(folder, name))) as { default: Screen[] }).default),
);

/** Text that its box cuts off without saying so; what ends in «…» by intention says so. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) {
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    }
    for (const element of document.querySelectorAll<HTMLElement>("main *, aside *, [role=dialog] *")) {
      const style = getComputedStyle(element);
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const box = element.getBoundingClientRect();
      if (!own || box.width <= 1 || style.visibility === "hidden" || (style.position === "absolute" && box.width < 2)) {
        continue;
      }
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      if (hides && style.textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1) {
        found.push(`cut off: «${element.textContent?.trim().slice(0, 60)}»`);
      }
    }
    return found;
  });
}

for (const screen of lists.flat()) {
  for (const width of [390, 768, 1440]) {
    for (const theme of ["light", "dark"] as const) {
      for (const language of ["ru", "en"] as const) {
        test(`${screen.name} ${width} ${theme} ${language}`, async ({ browser }) => {
          const phone = width < 500;
          const context = await browser.newContext({
            viewport: { width, height: phone ? 844 : 900 },
            colorScheme: theme,
            locale: language === "ru" ? "ru-RU" : "en-GB",
            timezoneId: "Europe/Moscow",
            hasTouch: phone,
            isMobile: phone,
            reducedMotion: "reduce",
          });
          const page = await context.newPage();
          await page.addInitScript((chosen) => localStorage.setItem("orbita.language", chosen), language);
          if (!screen.open) {
            await signIn(page);
          }
          await page.goto(url(screen.path));
          await page.waitForLoadState("networkidle").catch(() => undefined);
          await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
          await screen.before?.(page);
          await page.screenshot({ path: join(out, `${screen.name}-${width}-${theme}-${language}.png`) });
          expect(await cutOff(page)).toEqual([]);
          await context.close();
        });
      }
    }
  }
}
