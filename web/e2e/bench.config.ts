import { defineConfig } from "@playwright/test";
import { base } from "./base.config";

/** What is measured in a browser: one at a time, and no second try. */
export default defineConfig({
  ...base,
  testDir: "./bench",
  testMatch: "*.bench.ts",
  workers: 1,
  retries: 0,
  timeout: 300_000,
  use: { ...base.use, trace: "off", viewport: { width: 1440, height: 900 } },
});
