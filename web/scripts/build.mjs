// Builds the pages into dist/{admin,public,widget}, each text file with its gzip beside it, and fails past the budgets.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const root = new URL("..", import.meta.url).pathname;
rmSync(join(root, "dist"), { recursive: true, force: true });
for (const place of ["apps/admin", "apps/public", "packages/widget"]) {
  execFileSync(join(root, "node_modules/.bin/vite"), ["build", "--logLevel", "warn"], {
    cwd: join(root, place),
    stdio: "inherit",
  });
}

for (const entry of readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (entry.isFile() && /\.(js|css|html|svg|json)$/.test(entry.name)) {
    const content = readFileSync(file);
    const packed = gzipSync(content, { level: 9 });
    if (packed.length < content.length * 0.95) {
      writeFileSync(`${file}.gz`, packed);
    }
  }
}
await import("./budgets.mjs");
