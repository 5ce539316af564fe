import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      // The widget is written for Preact and is built by itself.
      "packages/widget",
      {
        plugins: [react()],
        resolve: { alias: { "@": new URL("./apps/admin/src", import.meta.url).pathname } },
        test: {
          name: "pages",
          environment: "jsdom",
          css: false,
          setupFiles: ["./vitest.setup.ts"],
          include: ["packages/**/*.test.{ts,tsx}", "apps/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "packages/widget/**"],
        },
      },
    ],
  },
});
