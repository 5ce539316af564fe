import AxeBuilder from "@axe-core/playwright";
import { expect, screens, test, visit } from "./screens";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test.use({ longest: false });

// Each screen once, phones and desks in turn: the rules look at the same markup; colours are looked at in both themes.
for (const [index, screen] of screens.filter((each) => !each.prepare).entries()) {
  const device = index % 2 === 0 ? "phone" : "wide";
  test(`axe finds nothing: ${screen.name} ${device}`, async ({ opened }) => {
    const page = await opened.page(screen.as, device, "ru");
    await visit(page, screen, opened.ids);
    const light = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
    const seen = [...light.violations, ...dark.violations.map((each) => ({ ...each, id: `dark ${each.id}` }))];
    expect(seen.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))).toEqual([]);
  });
}
