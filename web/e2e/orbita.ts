import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { PASSWORD } from "./server";

type Login = "admin" | "studio-admin" | "platform";

/** An address of the server of this run. */
export const url = (path: string): string => `${process.env.E2E_URL}${path}`;

const password = () => process.env.ORBITA_PASSWORD ?? PASSWORD;

/** A request to the API as somebody, to lay out what a walk needs; answers its JSON. */
export async function call<T>(
  page: Page,
  method: string,
  path: string,
  data?: unknown,
  login: Login = "admin",
): Promise<T> {
  const entry = await page.request.post(url("/api/auth/login"), { data: { username: login, password: password() } });
  expect(entry.ok(), await entry.text()).toBe(true);
  const { access_token } = (await entry.json()) as { access_token: string };
  const answer = await page.request.fetch(url(path), {
    method,
    headers: { authorization: `Bearer ${access_token}` },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

/** Signs in by the page's own form and waits for the frame. */
export async function signIn(page: Page, login: Login = "admin"): Promise<void> {
  await page.goto(url("/admin/signin"));
  await page.locator("input[autocomplete=username]").fill(login);
  await page.locator("input[autocomplete=current-password]").fill(password());
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => !address.pathname.endsWith("/signin"));
}

/** No violation of WCAG 2.2 AA, nor of the best practices, in what is shown now. */
export async function accessible(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
}

/** What is in the way of somebody who does not see, or does not use a mouse, in what is shown now. */
export async function barriers(page: Page): Promise<{ id: string; where: string[] }[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html.slice(0, 200)) }));
}

/** Each walk sees that nothing broke behind what it looks at: no exception, no refused script. */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const broken: string[] = [];
      page.on("pageerror", (error) => broken.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && !/Failed to load resource|net::ERR/.test(message.text())) {
          broken.push(message.text());
        }
      });
      await use(undefined);
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
