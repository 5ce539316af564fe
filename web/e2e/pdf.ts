import { inflateSync } from "node:zlib";
import { expect, type Locator, type Page } from "@playwright/test";

/** The objects of a PDF as text, those within compressed streams too. */
export function laidOpen(file: Buffer): string {
  const parts = [file.toString("latin1")];
  const raw = parts[0] ?? "";
  for (const { index } of raw.matchAll(/(?<!end)stream\r?\n/g)) {
    const start = raw.indexOf("\n", index) + 1;
    try {
      parts.push(inflateSync(file.subarray(start, raw.indexOf("endstream", start))).toString("latin1"));
    } catch {
      // A picture or a font that is packed otherwise holds no objects.
    }
  }
  return parts.join("\n");
}

/** The file of a link opens in a tab of its own and is a PDF with pages; answers its objects. */
export async function opensPdf(page: Page, link: Locator): Promise<string> {
  const [tab] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  await expect(tab).toHaveURL(/^http/);
  const answer = await page.request.get(tab.url());
  expect(answer.headers()["content-type"]).toContain("application/pdf");
  const file = await answer.body();
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  const objects = laidOpen(file);
  expect(objects.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
  await tab.close();
  return objects;
}
