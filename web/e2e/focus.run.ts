import type { Page } from "@playwright/test";
import { expect, screens, test, visit } from "./screens";

test.use({ longest: false });

const looked = screens.filter((each) => !each.prepare && !/no-results|gone|lost|hotkeys/.test(each.name));

/** How many stops of the Tab key are followed on a screen; tables repeat themselves after that. */
const STOPS = 40;

async function unseenFocus(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const look = (element: Element | null) => {
      if (!element) {
        return "";
      }
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
        getComputedStyle(element);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor].join();
    };
    // A ring may be drawn by what stands around a field, or beside a hidden one.
    const around = (element: Element) =>
      [element, element.parentElement, element.parentElement?.parentElement ?? null, element.nextElementSibling]
        .map(look)
        .join("|");
    const before = new Map<Element, string>();
    (document.activeElement as HTMLElement | null)?.blur();
    for (const element of document.querySelectorAll("a[href], button, input, select, textarea, [tabindex]")) {
      before.set(element, around(element));
    }
    Object.assign(window, { seenFocus: (element: Element) => before.get(element) !== around(element) });
  });
  const unseen: string[] = [];
  const passed = new Set<string>();
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) {
        return null;
      }
      const { seenFocus } = window as unknown as { seenFocus: (element: Element) => boolean };
      const guard = element.hasAttribute("data-base-ui-focus-guard");
      const say = `<${element.tagName.toLowerCase()}> ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60)}`;
      return { say, seen: guard || seenFocus(element), box: JSON.stringify(element.getBoundingClientRect()) };
    });
    if (!found || passed.has(found.say + found.box)) {
      break;
    }
    passed.add(found.say + found.box);
    if (!found.seen) {
      unseen.push(found.say);
    }
  }
  return unseen;
}

/** Whatever would still move for somebody who asked for stillness; seconds. */
const moving = (page: Page) =>
  page.evaluate(() => {
    const long = (value: string) => Math.max(...value.split(",").map((each) => Number.parseFloat(each) || 0)) > 0.02;
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const style = getComputedStyle(element);
        return long(style.transitionDuration) || (style.animationName !== "none" && long(style.animationDuration));
      })
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class")?.slice(0, 80)}">`)
      .slice(0, 5);
  });

for (const screen of looked) {
  test(`focus is seen and nothing moves: ${screen.name}`, async ({ opened }) => {
    const page = await opened.page(screen.as, "wide", "ru");
    await visit(page, screen, opened.ids);
    expect(await moving(page)).toEqual([]);
    expect(await unseenFocus(page)).toEqual([]);
  });
}
