import type { PlaywrightTestConfig } from "@playwright/test";

/** What walks and pictures share: Debian's browser, the clock of Moscow, one real server. */
export const base: PlaywrightTestConfig = {
  globalSetup: "./server.ts",
  workers: 2,
  // Where nobody watches, a machine that is busy with other things is asked again before it is believed.
  retries: process.env.CI ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  outputDir: "./test-results",
  use: {
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.ORBITA_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none", "--force-color-profile=srgb"],
    },
  },
};
