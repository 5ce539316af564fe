import { defineConfig } from "vite";

export default defineConfig({
  build: {
    target: "es2020",
    outDir: "../../dist/widget",
    emptyOutDir: true,
    lib: { entry: "src/main.tsx", formats: ["iife"], name: "OrbitaWidget", fileName: () => "widget.js" },
  },
  oxc: { jsx: { importSource: "preact" } },
});
