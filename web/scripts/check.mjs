// Types, lint, words in both languages, the contract: everything that needs no build and no server.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const broken = [];
const run = (name, command, args, cwd = root) => {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status !== 0) {
    broken.push(name);
  }
};
const bin = (name) => join(root, "node_modules/.bin", name);

run("types", bin("tsc"), ["-p", "."]);
run("types of the widget", bin("tsc"), ["-p", "packages/widget"]);
run("lint", bin("biome"), ["check", "--error-on-warnings", "."]);
words();
contract();
lengths();
if (broken.length > 0) {
  console.error(`Broken: ${broken.join(", ")}`);
  process.exit(1);
}

/** Each Russian text has its English one and the other way round; the forms of a number are each language's own. */
function words() {
  const folder = join(root, "packages/i18n/src");
  const flat = (value, path = "") =>
    typeof value === "string"
      ? [[path, value]]
      : Object.entries(value).flatMap(([key, next]) => flat(next, path ? `${path}.${key}` : key));
  const form = /_(zero|one|two|few|many|other)$/;
  const forms = { ru: ["one", "few", "many", "other"], en: ["one", "other"] };
  const names = (language) => readdirSync(join(folder, language)).sort();
  const problems = [];
  if (names("ru").join() !== names("en").join()) {
    problems.push("ru and en have different files");
  }
  for (const name of names("ru")) {
    const texts = Object.fromEntries(
      ["ru", "en"].map((language) => [
        language,
        Object.fromEntries(flat(JSON.parse(readFileSync(join(folder, language, name), "utf8")))),
      ]),
    );
    const bare = (language) => new Set(Object.keys(texts[language]).map((key) => key.replace(form, "")));
    for (const [a, b] of [
      ["ru", "en"],
      ["en", "ru"],
    ]) {
      for (const key of bare(a)) {
        if (!bare(b).has(key)) {
          problems.push(`${b}/${name} lacks ${key}`);
        }
      }
    }
    for (const language of ["ru", "en"]) {
      for (const key of Object.keys(texts[language]).filter((each) => form.test(each))) {
        const stem = key.replace(form, "");
        for (const wanted of forms[language]) {
          if (!(`${stem}_${wanted}` in texts[language])) {
            problems.push(`${language}/${name} lacks ${stem}_${wanted}`);
          }
        }
      }
      for (const [key, text] of Object.entries(texts[language])) {
        if (text.trim() === "") {
          problems.push(`${language}/${name}: ${key} is empty`);
        }
      }
    }
    for (const key of Object.keys(texts.ru)) {
      const holes = (text) =>
        [...text.matchAll(/\{\{(\w+)/g)]
          .map(([, hole]) => hole)
          .sort()
          .join();
      if (texts.en[key] !== undefined && holes(texts.ru[key]) !== holes(texts.en[key])) {
        problems.push(`${name}: ${key} has other {{holes}} in English`);
      }
    }
  }
  report("words", [...new Set(problems)]);
}

/** The types are those of the contract that the server keeps. */
function contract() {
  const file = join(root, "packages/api/src/schema.d.ts");
  const before = readFileSync(file, "utf8");
  const made = spawnSync("npm", ["run", "-s", "gen", "-w", "@orbita/api", "--", "--silent"], {
    cwd: root,
    encoding: "utf8",
  });
  if (made.status !== 0) {
    report("contract", [made.stderr]);
  } else if (readFileSync(file, "utf8") !== before) {
    report("contract", ["packages/api/src/schema.d.ts was behind api/openapi.json; it is written anew now: commit it"]);
  }
}

/** A file that is longer is two files. */
function lengths() {
  const long = [];
  for (const folder of ["apps", "packages", "e2e"]) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name) && !/node_modules|schema\.d\.ts|dist/.test(file)) {
        const lines = readFileSync(file, "utf8").split("\n").length;
        if (lines > 400) {
          long.push(`${file.slice(root.length)} has ${lines} lines`);
        }
      }
    }
  }
  report("lengths", long);
}

function report(name, problems) {
  for (const problem of problems) {
    console.error(`${name}: ${problem}`);
  }
  if (problems.length > 0) {
    broken.push(name);
  }
}
