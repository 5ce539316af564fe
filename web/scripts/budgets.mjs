// What a browser has to fetch, in bytes after gzip, against what we allow. Fails when anything is over.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist", import.meta.url).pathname;
const sizes = new Map();
const gz = (file) => {
  if (!sizes.has(file)) {
    sizes.set(file, gzipSync(readFileSync(file), { level: 9 }).length);
  }
  return sizes.get(file);
};

/** A chunk with all that it imports at once, not what it may load later. */
function closure(manifest, key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) {
      closure(manifest, next, seen);
    }
  }
  return seen;
}

const rows = [];
const check = (what, bytes, budget) => rows.push({ what, bytes, budget });

const admin = join(dist, "admin");
const manifest = JSON.parse(readFileSync(join(admin, ".vite/manifest.json"), "utf8"));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = closure(manifest, entry);
const weigh = (keys) => [...keys].reduce((sum, key) => sum + gz(join(admin, manifest[key].file)), 0);
const isWords = (key) => /i18n\/src\/(ru|en)\//.test(key);

// Russian common and shell words come before the first paint too.
const words = Object.keys(manifest).filter((key) => /i18n\/src\/ru\/(common|shell)\.json$/.test(key));
const shell = weigh(first) + words.reduce((sum, key) => sum + gz(join(admin, manifest[key].file)), 0);
const boot = gz(join(admin, "theme.js"));

// The component of a route stands in a file named …Page.tsx; what it loads later is no part of its first load.
const frame = closure(manifest, "src/app/Frame.tsx");
const pages = Object.keys(manifest).filter(
  (key) => manifest[key].isDynamicEntry && /src\/(features|app)\/.*Page\.tsx$/.test(key),
);
for (const key of pages) {
  const inside = key.startsWith("src/features/") ? frame : [];
  const own = new Set([...closure(manifest, key), ...inside].filter((each) => !first.has(each)));
  const charts = [...own].filter((each) => /recharts|charts/.test(manifest[each].file));
  for (const each of charts) {
    own.delete(each);
  }
  check(`admin, first load of ${key.replace("src/", "")}`, shell + boot + weigh(own), 250_000);
}

for (const key of Object.keys(manifest)) {
  const file = manifest[key].file;
  if (file.endsWith(".js") && !first.has(key) && !isWords(key)) {
    const charts = /charts|recharts/.test(file);
    const bytes = gz(join(admin, file));
    if (bytes > 8_000 || charts) {
      check(`admin, ${file.replace("assets/", "")}`, bytes, charts ? 110_000 : 40_000);
    }
  }
}

const all = (folder, test) =>
  existsSync(join(dist, folder))
    ? readdirSync(join(dist, folder), { recursive: true })
        .map(String)
        .filter((name) => test.test(name))
        .map((name) => join(dist, folder, name))
    : [];
check(
  "admin, styles",
  all("admin", /\.css$/).reduce((sum, file) => sum + gz(file), 0),
  20_000,
);
check(
  "fonts",
  all("admin", /\.woff2$/).reduce((sum, file) => sum + statSync(file).size, 0),
  65_000,
);
check(
  "widget",
  all("widget", /widget\.js$/).reduce((sum, file) => sum + gz(file), 0),
  15_000,
);
// The site is the server's: its one script and one style sheet lie beside the templates and are sent as they are.
const site = new URL("../../server/src/main/resources/site", import.meta.url).pathname;
check("site script", gz(join(site, "site.js")), 15_000);
// A page of the site without its pictures: the server's 120 KiB less the markup and the chat button.
check(
  "site, script, styles and fonts",
  ["site.js", "site.css", "icon.svg"].reduce((sum, name) => sum + gz(join(site, name)), 0) +
    readdirSync(join(site, "fonts"))
      .filter((name) => name.endsWith(".woff2"))
      .reduce((sum, name) => sum + statSync(join(site, "fonts", name)).size, 0),
  80_000,
);

// What customers open on a phone: till, result, cabinet.
const customers = join(dist, "public");
const theirs = JSON.parse(readFileSync(join(customers, ".vite/manifest.json"), "utf8"));
const start = closure(
  theirs,
  Object.keys(theirs).find((key) => theirs[key].isEntry),
);
const load = (keys) => [...keys].reduce((sum, key) => sum + gz(join(customers, theirs[key].file)), 0);
for (const key of Object.keys(theirs)) {
  if (theirs[key].isDynamicEntry && /src\/(cabinet|checkout|sandbox)\/.*page\.tsx$/i.test(key)) {
    const inside =
      key.startsWith("src/cabinet/") && !/opening/.test(key) ? closure(theirs, "src/cabinet/frame.tsx") : [];
    const all = new Set([...start, ...inside, ...closure(theirs, key)]);
    check(`public, first load of ${key.replace("src/", "")}`, load(all), key.includes("sandbox") ? 200_000 : 140_000);
  }
}

const over = rows.filter(({ bytes, budget }) => bytes > budget);
console.log("Bytes after gzip:");
for (const { what, bytes, budget } of rows) {
  console.log(
    `  ${bytes > budget ? "OVER" : "    "} ${String(bytes).padStart(7)} of ${String(budget).padStart(7)}  ${what}`,
  );
}
if (over.length > 0) {
  console.error("Over the budget: load it later, or leave it out.");
  process.exit(1);
}
