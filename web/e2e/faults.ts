import type { Page } from "@playwright/test";

/** What a careful person would see at once: sideways scrolling, cut-off text, controls over controls, words that are not words. */
export async function faults(page: Page, english: boolean): Promise<string[]> {
  return page.evaluate((onlyEnglish) => {
    const found = new Set<string>();
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) {
      found.add(`the page scrolls ${wide} px sideways`);
    }
    const shown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 2 && box.height > 2 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      );
    };
    const say = (element: Element) =>
      `<${element.tagName.toLowerCase()}> «${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 50)}»`;
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? "")
        .join(" ")
        .trim();
      if (!own || !shown(element) || element.closest("script, style, svg, noscript")) {
        continue;
      }
      const style = getComputedStyle(element);
      // Kept for ears only.
      if (style.clipPath !== "none" || style.clip !== "auto") {
        continue;
      }
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      const clamped = style.getPropertyValue("-webkit-line-clamp") !== "none";
      if (hides && !clamped && style.textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1) {
        found.add(`cut off ${say(element)}`);
      }
      if (/^[a-z]+(?:[._][a-zA-Z_]+)+$/.test(own) && !element.closest("code, pre, [data-code], td, input, textarea")) {
        found.add(`a key, not words: ${say(element)}`);
      }
      if (/\{\{|\bundefined\b|\bNaN\b|\[object /.test(own)) {
        found.add(`not filled in: ${say(element)}`);
      }
    }
    // Only what is drawn on top counts: a drawer lies over the page by intention.
    const controls = [
      ...document.querySelectorAll("button, a[href], input, select, textarea, [role=combobox], [role=tab]"),
    ].filter((element) => shown(element) && !element.closest("[aria-hidden=true], [inert]"));
    const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
    const layer = (element: Element) => {
      let at: Element | null = element;
      while (at && at !== document.body) {
        const { position } = getComputedStyle(at);
        if (position === "fixed" || position === "sticky" || at.matches("[role=dialog]")) {
          return at;
        }
        at = at.parentElement;
      }
      return document.body;
    };
    for (const [index, one] of boxes.entries()) {
      for (const two of boxes.slice(index + 1)) {
        const across = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        const down = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
        if (across > 4 && down > 4 && !one.element.contains(two.element) && !two.element.contains(one.element)) {
          const inside = (a: DOMRect, b: DOMRect) =>
            a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
          // A button in a field or a card that is a link: whole inside, hence meant.
          if (inside(one.box, two.box) || inside(two.box, one.box) || layer(one.element) !== layer(two.element)) {
            continue;
          }
          found.add(`${say(one.element)} overlaps ${say(two.element)}`);
        }
      }
    }
    if (onlyEnglish) {
      for (const element of document.querySelectorAll(
        "h1, h2, h3, label, legend, button, [role=tab], th, [role=columnheader], nav a",
      )) {
        const own = [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent)
          .join("");
        if (
          /[а-яё]/i.test(own) &&
          shown(element) &&
          !element.closest("[data-own], table td, [role=row], article, li, [role=log]")
        ) {
          found.add(`Russian in English: ${say(element)}`);
        }
      }
    }
    return [...found];
  }, english);
}
