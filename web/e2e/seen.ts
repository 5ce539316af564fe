import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, type Request, type Response } from "@playwright/test";
import { BotGuest } from "./bot-guest";
import { call, url } from "./orbita";

/** What the pages are about: ids differ from run to run. */
export type Known = {
  client: number;
  conversation: number;
  program: number;
  payment: string;
  reminder: number;
  tariff: number;
  promocode: number;
};

/** One page to be looked at. A feature lists its own in `screens/<feature>.ts` as the default export. */
export type Screen = {
  name: string;
  /** Below the server's root: "/admin/tariffs". */
  path: string | ((known: Known) => string);
  /** Before signing in. */
  open?: boolean;
  /** A page of a client, who came by a link of the bot. */
  guest?: boolean;
  /** Opens what the picture is of: a drawer, a menu. */
  before?: (page: Page) => Promise<void>;
};

const here = new URL(".", import.meta.url).pathname;
const files = readdirSync(join(here, "screens")).filter((name) => name.endsWith(".ts"));

/** All screens, by the feature that they are of. */
export const screens: readonly (readonly [feature: string, list: Screen[]])[] = await Promise.all(
  files.map(
    async (name) =>
      [
        name.replace(".ts", ""),
        ((await import(join(here, "screens", name))) as { default: Screen[] }).default,
      ] as const,
  ),
);

let known: Known | undefined;

/** Records of the demo business that have something to show. */
export async function knownOf(page: Page): Promise<Known> {
  const first = async <T>(path: string) => {
    const { items } = await call<{ items: T[] }>(page, "GET", path);
    const [item] = items;
    if (!item) {
      throw new Error(`${path} has nothing to show`);
    }
    return item;
  };
  if (!known) {
    type Id = { id: number };
    const program = await first<Id & { client_id: number }>("/api/programs?type=full&limit=1");
    const payment = await call<{ items: { id: string }[] }>(page, "GET", "/api/payments?limit=1");
    known = {
      client: program.client_id,
      program: program.id,
      conversation: (await first<Id>("/api/conversations?limit=1")).id,
      payment: payment.items[0]?.id ?? "",
      reminder: (await first<Id>("/api/reminders/rules")).id,
      tariff: (await first<Id>("/api/tariffs")).id,
      promocode: (await first<Id>("/api/promocodes")).id,
    };
  }
  return known;
}

/** Signs a client in whose programme is written. */
export async function guestOf(page: Page): Promise<void> {
  const guest = new BotGuest(page, "Константин-Александр Преображенский-Воскресенский");
  await guest.answerAll();
  await page.goto(url(await guest.cabinet()));
  await expect(page).toHaveURL(url("/c"));
}

/** Opens a screen and waits until nothing is asked for any more; live events stay open for ever. */
export async function show(page: Page, { path, before }: Screen, about: Known): Promise<void> {
  const asked = new Set<Request>();
  const live = (request: Request) => request.url().includes("/api/events");
  const began = (request: Request) => !live(request) && asked.add(request);
  const ended = (request: Request) => asked.delete(request);
  // An answer whose body nobody reads is never called finished.
  const answered = (response: Response) => asked.delete(response.request());
  page.on("request", began).on("response", answered).on("requestfinished", ended).on("requestfailed", ended);
  await page.goto(url(typeof path === "string" ? path : path(about)));
  let quiet = 0;
  await expect
    .poll(
      () => {
        quiet = asked.size === 0 ? quiet + 1 : 0;
        return quiet > 3 ? "" : [...asked].map((request) => request.url()).join(" ") || "quiet";
      },
      { intervals: [60], timeout: 40_000 },
    )
    .toBe("");
  page.off("request", began).off("response", answered).off("requestfinished", ended).off("requestfailed", ended);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await before?.(page);
}

const catalogue = (language: string): string[] => {
  const folder = join(here, "../packages/i18n/src", language);
  const texts = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value as object).flatMap(texts);
  return readdirSync(folder).flatMap((name) => texts(JSON.parse(readFileSync(join(folder, name), "utf8"))));
};
// Names of stages and the like are data, which nobody translates.
const russian = catalogue("ru").filter((text) => /[а-яё]{2,} [а-яё]{2,}/i.test(text) && !text.includes("{{"));

/** What is wrong with how a page stands: too wide, cut off, covered, or not in the language that was asked for. */
export function flaws(page: Page, language: "ru" | "en" = "ru"): Promise<string[]> {
  return page.evaluate(
    ({ foreign }) => {
      const found: string[] = [];
      const named = (element: Element) =>
        `<${element.tagName.toLowerCase()}> «${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60)}»`;
      if (document.documentElement.scrollWidth > innerWidth) {
        found.push(`the page is ${document.documentElement.scrollWidth} px wide of ${innerWidth}`);
      }
      const words = new Set(foreign);
      // For ears only, until it has the focus.
      const unseen = (element: Element) => {
        const { clipPath, clip, opacity } = getComputedStyle(element);
        return clipPath !== "none" || clip !== "auto" || opacity === "0";
      };
      const clipped = (element: Element, x: number, y: number): boolean => {
        for (let at = element.parentElement; at; at = at.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(at);
          const box = at.getBoundingClientRect();
          if (
            (overflowX !== "visible" && (x < box.left || x > box.right)) ||
            (overflowY !== "visible" && (y < box.top || y > box.bottom))
          ) {
            return true;
          }
        }
        return false;
      };
      for (const element of document.querySelectorAll<HTMLElement>("body *")) {
        const own = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent?.trim() ?? "")
          .join(" ")
          .trim();
        const box = element.getBoundingClientRect();
        if (
          !own ||
          unseen(element) ||
          box.width <= 2 ||
          box.height <= 2 ||
          !element.checkVisibility({ visibilityProperty: true })
        ) {
          continue;
        }
        if (words.has(own) || /^[a-z]+:[a-z][\w.]+$/i.test(own) || own.includes("{{")) {
          found.push(`words: «${own.slice(0, 80)}»`);
        }
        const style = getComputedStyle(element);
        const hides = style.overflowX === "hidden" || style.overflowX === "clip";
        if (
          hides &&
          style.textOverflow !== "ellipsis" &&
          style.webkitLineClamp === "none" &&
          element.scrollWidth > element.clientWidth + 1
        ) {
          found.push(`cut off: ${named(element)}`);
        }
        if (
          element.scrollHeight > element.clientHeight + 4 &&
          style.overflowY === "hidden" &&
          style.textOverflow !== "ellipsis" &&
          style.webkitLineClamp === "none"
        ) {
          found.push(`cut off below: ${named(element)}`);
        }
      }
      const top = [...document.querySelectorAll("[role=dialog],[role=alertdialog]")].at(-1) ?? document.body;
      const within = (element: Element | null, what: (style: CSSStyleDeclaration) => boolean): boolean => {
        for (let at = element; at; at = at.parentElement) {
          if (what(getComputedStyle(at))) {
            return true;
          }
        }
        return false;
      };
      for (const element of top.querySelectorAll("button, a[href], input, select, textarea")) {
        const box = element.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        if (
          box.width < 3 ||
          x < 0 ||
          y < 0 ||
          x > innerWidth ||
          y > innerHeight ||
          !element.checkVisibility() ||
          unseen(element) ||
          clipped(element, x, y)
        ) {
          continue;
        }
        const hit = document.elementFromPoint(x, y);
        const label = element.closest("label") ?? document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
        if (!hit || hit === element || element.contains(hit) || hit.contains(element) || label?.contains(hit)) {
          continue;
        }
        // What a bar covers is scrolled away; a control drawn over its own hidden input is one thing.
        const bar = within(hit, ({ position }) => position === "fixed" || position === "sticky");
        if (!bar && hit.matches("button, a[href], input, select, textarea, p, h1, h2, h3, span")) {
          const same = hit.parentElement === element.parentElement && getComputedStyle(element).opacity === "0";
          if (!same) {
            found.push(`${named(element)} is under ${named(hit)}`);
          }
        }
      }
      return [...new Set(found)];
    },
    { foreign: language === "en" ? russian : [] },
  );
}
