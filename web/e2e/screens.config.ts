import { defineConfig } from "@playwright/test";
import { base } from "./base.config";

export default defineConfig({ ...base, testDir: ".", testMatch: "screens.ts", timeout: 120_000 });
