import type { Screen } from "../screens";

export default [
  { name: "start", path: "/", as: "nobody", foreign: true },
  { name: "site", path: "/s/demo", as: "nobody", foreign: true },
  { name: "site-studio", path: "/s/studio", as: "nobody", foreign: true },
  {
    name: "site-chat",
    path: "/s/demo",
    as: "nobody",
    foreign: true,
    before: async (page) => {
      const open = page.getByRole("button", { name: /Открыть чат|Open chat/ });
      await open.click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "checkout", path: "/s/demo/pay", as: "nobody", foreign: true },
  {
    name: "checkout-order",
    path: "/s/demo/pay",
    as: "nobody",
    foreign: true,
    before: async (page) => {
      await page.getByRole("main").getByRole("button").first().click();
      await page.getByRole("textbox").first().waitFor();
    },
  },
  { name: "checkout-wait", path: ({ order }) => `/s/demo/pay/${order}`, as: "nobody", foreign: true },
  { name: "checkout-lost", path: "/s/demo/pay/no-such-order", as: "nobody", foreign: true },
  { name: "cabinet-entrance", path: "/c?b=demo", as: "nobody" },
  { name: "cabinet-gone", path: "/c/spent-token", as: "nobody" },
  { name: "cabinet", path: "/c", as: "customer", foreign: true },
  { name: "cabinet-progress", path: "/c/progress", as: "customer", foreign: true },
  { name: "cabinet-payments", path: "/c/payments", as: "customer", foreign: true },
  { name: "cabinet-profile", path: "/c/profile", as: "customer" },
  {
    name: "sandbox-chat",
    path: "/sandbox/bot/demo?start=src_test",
    as: "nobody",
    foreign: true,
    before: async (page) => page.getByRole("log").getByRole("button").first().waitFor(),
  },
  { name: "sandbox-till", path: ({ order }) => `/sandbox/pay/${order}`, as: "nobody", foreign: true },
  { name: "sandbox-mail", path: "/sandbox/mail/demo", as: "nobody", foreign: true },
] satisfies Screen[];
