import { defineConfig } from "vite";

/** One script for foreign pages: no module, no second file, no style element. */
export default defineConfig({
  plugins: [
    {
      name: "one-line-sheet",
      enforce: "pre",
      transform: (code, id) => (id.endsWith("/css.ts") ? code.replace(/([{},;])\n/g, "$1") : undefined),
    },
  ],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    lib: { entry: "src/index.ts", formats: ["iife"], name: "orbitaWidget", fileName: () => "widget.js" },
    reportCompressedSize: true,
  },
});
