import type { Screen } from "../screens";

export default [
  { name: "not-found", path: "/admin/no-such-page" },
  {
    name: "palette",
    path: "/admin/tasks",
    before: async (page) => {
      await page.keyboard.press("Control+KeyK");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "hotkeys",
    path: "/admin/tasks",
    before: async (page) => {
      await page.keyboard.press("Shift+Slash");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "error",
    path: "/admin/promocodes?state=all",
    before: async (page) => {
      await page.route("**/api/promocodes?*", (route) =>
        route.fulfill({
          status: 503,
          contentType: "application/problem+json",
          body: JSON.stringify({
            status: 503,
            code: "platform.unavailable",
            title: "Сервер занят",
            detail: "Попробуйте через минуту.",
          }),
        }),
      );
      await page.reload();
      await page.getByRole("alert").first().waitFor();
      await page.unroute("**/api/promocodes?*");
    },
  },
] satisfies Screen[];
