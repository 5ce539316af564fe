import { defineConfig } from "@playwright/test";
import { base } from "./base.config";

export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "*.run.ts",
  fullyParallel: true,
  timeout: 120_000,
  use: { ...base.use, trace: "off", screenshot: "off" },
});
