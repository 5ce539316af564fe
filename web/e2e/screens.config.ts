import { defineConfig } from "@playwright/test";
import { base } from "./base.config";

export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "screens.run.ts",
  fullyParallel: true,
  timeout: 60_000,
  use: { ...base.use, trace: "off", screenshot: "off" },
});
