import { expect, faults, picture, screens, test, visit } from "./screens";

const widths = { phone: [390], wide: [1440, 768] } as const;

for (const screen of screens) {
  for (const language of ["ru", "en"] as const) {
    for (const device of ["phone", "wide"] as const) {
      test(`${screen.name} ${device} ${language}`, async ({ opened }) => {
        if (screen.prepare) {
          test.setTimeout(360_000);
        }
        const page = await opened.page(screen.as, device, language);
        await page.setViewportSize({ width: widths[device][0], height: device === "phone" ? 844 : 900 });
        await visit(page, screen, opened.ids);
        const found: string[] = [];
        for (const width of widths[device]) {
          await page.setViewportSize({ width, height: device === "phone" ? 844 : 900 });
          for (const theme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme: theme });
            await page.screenshot({ path: picture(screen, width, theme, language), animations: "disabled" });
          }
          for (const fault of await faults(page, language === "en" && !screen.foreign)) {
            found.push(`${width}: ${fault}`);
          }
        }
        expect(found).toEqual([]);
      });
    }
  }
}
