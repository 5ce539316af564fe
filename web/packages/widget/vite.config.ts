import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

/** What a foreign page is asked to load, in bytes after gzip. */
const BUDGET = 15_000;

const frugal: Plugin = {
  name: "frugal",
  enforce: "pre",
  /** The sheet is a text to the bundler, which would keep its line ends. */
  transform: (code, id) => (id.endsWith("/css.ts") ? code.replace(/([{},;])\n/g, "$1") : undefined),
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      const size = gzipSync(file.type === "chunk" ? file.code : file.source).length;
      if (size > BUDGET) {
        this.error(`${file.fileName} has ${size} bytes after gzip, ${size - BUDGET} too many`);
      }
    }
  },
};

/** One script for foreign pages: no module, no second file, no style element. */
export default defineConfig({
  plugins: [frugal],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "../../dist/widget",
    emptyOutDir: true,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "orbitaWidget", fileName: () => "widget.js" },
  },
});
