import type { Screen } from "../seen";

export default [
  { name: "today", path: "/admin/today" },
  {
    name: "tour",
    path: "/admin/today",
    before: async (page) => page.getByRole("button", { name: /^(Показать|Show me)$/ }).click(),
  },
  {
    name: "palette",
    path: "/admin/today",
    before: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox").last().fill("ан");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "hotkeys",
    path: "/admin/today",
    before: async (page) => {
      await page.keyboard.press("Shift+?");
      await page.getByRole("dialog").waitFor();
    },
  },
] satisfies Screen[];
