// How smooth a drag over the board is, and how soon a filter shows: node scripts/board-frames.mjs http://127.0.0.1:8080 PASSWORD [clients]
// Makes clients until the board has so many (500), so give it a server whose data may be thrown away.
import { cpus, loadavg } from "node:os";
import { chromium } from "@playwright/test";

const [base, password, wanted = "500"] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.ORBITA_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const entry = await page.request.post(`${base}/api/auth/login`, { data: { username: "admin", password } });
const headers = { authorization: `Bearer ${(await entry.json()).access_token}` };
const board = async () => (await page.request.get(`${base}/api/pipeline/board?limit=1`, { headers })).json();
const { columns } = await board();
const open = columns.filter(({ role }) => role !== "finished" && role !== "inactive");
for (let i = columns.reduce((sum, { count }) => sum + count, 0); i < Number(wanted); i++) {
  await page.request.post(`${base}/api/clients`, {
    headers,
    data: { name: `Клиент Доски ${i}`, source: "vk", stage_id: open[i % open.length].id },
  });
}

await page.goto(`${base}/admin/signin`);
await page.locator("input[autocomplete=username]").fill("admin");
await page.locator("input[autocomplete=current-password]").fill(password);
await page.keyboard.press("Enter");
await page.waitForURL((address) => !address.pathname.endsWith("/signin"));
await page.goto(`${base}/admin/pipeline`);
await page.locator("[data-card]").first().waitFor();
await page.waitForLoadState("networkidle").catch(() => undefined);

const at = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))];
async function drag() {
  const from = await page.locator("[data-stage] [data-card]").first().boundingBox();
  await page.evaluate(() => {
    window.frames_ = [];
    window.long_ = 0;
    new PerformanceObserver((list) => {
      window.long_ += list.getEntries().length;
    }).observe({ entryTypes: ["longtask"] });
    let last = performance.now();
    const tick = (now) => {
      window.frames_.push(now - last);
      last = now;
      window.going_ = requestAnimationFrame(tick);
    };
    window.going_ = requestAnimationFrame(tick);
  });
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.mouse.down();
  for (let i = 1; i <= 90; i++) {
    await page.mouse.move(from.x + 60 + i * 8, from.y + 30 + 60 * Math.sin(i / 6) + i);
  }
  const result = await page.evaluate(() => {
    cancelAnimationFrame(window.going_);
    return { frames: window.frames_.slice(1), long: window.long_ };
  });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return result;
}
await drag();
const { frames, long } = await drag();
frames.sort((a, b) => a - b);
const mean = frames.reduce((sum, each) => sum + each, 0) / frames.length;

const shown = [];
for (const quick of ["Без задачи", "Просрочено", "Без задачи", "Сегодня"]) {
  const answered = page.waitForResponse((response) => response.url().includes("/api/pipeline/board"));
  await page.evaluate(() => {
    window.seen_ = new Promise((done) => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
      });
      window.watch_ = () =>
        watcher.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
    });
    const send = window.fetch;
    window.fetch = async (...given) => {
      const answer = await send(...given);
      if (String(given[0]?.url ?? given[0]).includes("/api/pipeline/board")) {
        window.came_ = performance.now();
        window.watch_();
      }
      return answer;
    };
  });
  await page
    .getByRole("button", { name: new RegExp(quick) })
    .first()
    .click();
  await answered;
  shown.push(await page.evaluate(async () => (await window.seen_) - window.came_));
}
console.log(
  `board of ${wanted} clients, ${await page.locator("[data-card]").count()} cards drawn, ${cpus().length} CPUs, load ${loadavg()
    .map((x) => x.toFixed(1))
    .join(" ")}`,
);
console.log(
  `drag, 90 moves: ${frames.length} frames, mean ${(1000 / mean).toFixed(0)}/s, p50 ${at(frames, 0.5).toFixed(1)} ms, p95 ${at(frames, 0.95).toFixed(1)} ms, max ${frames.at(-1).toFixed(1)} ms, long tasks ${long}`,
);
console.log(`filter: from answer to paint ${shown.map((ms) => ms.toFixed(0)).join(", ")} ms`);
await browser.close();
