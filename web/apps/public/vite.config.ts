import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.ORBITA_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  base: "/public/",
  plugins: [react(), tailwind()],
  server: { port: Number(process.env.PORT ?? 5174), proxy: { "/api": server } },
  build: { target: "es2022", outDir: "../../dist/public", emptyOutDir: true, manifest: true, assetsInlineLimit: 0 },
});
