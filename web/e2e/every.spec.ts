import { barriers, expect, signIn, test } from "./orbita";
import { flaws, guestOf, knownOf, screens, show } from "./seen";

const devices = [
  { name: "a phone by day", viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true },
  { name: "a laptop by night", viewport: { width: 1440, height: 900 }, colorScheme: "dark", hasTouch: false },
] as const;

for (const { name, ...device } of devices) {
  test.describe(name, () => {
    test.use({ ...device, contextOptions: { reducedMotion: "reduce" } });
    for (const [feature, list] of screens) {
      test(`every screen of ${feature} is whole and open to everybody`, async ({ page }) => {
        test.setTimeout(30_000 + list.length * 30_000);
        const known = await knownOf(page);
        await page.context().clearCookies();
        if (list.some(({ open, guest }) => !open && !guest)) {
          await signIn(page);
        }
        if (list.some(({ guest }) => guest)) {
          await guestOf(page);
        }
        for (const screen of list) {
          await test.step(screen.name, async () => {
            await show(page, screen, known);
            expect.soft(await flaws(page), screen.name).toEqual([]);
            expect.soft(await barriers(page), screen.name).toEqual([]);
          });
        }
      });
    }
  });
}
