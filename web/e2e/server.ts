import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PASSWORD = "orbita-e2e-password";

type Server = { url: string; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** One real server for the whole run, on a free port and a folder that is thrown away; ORBITA_URL names a running one instead. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.ORBITA_URL) {
    process.env.E2E_URL = process.env.ORBITA_URL;
    return async () => undefined;
  }
  const { url, stop } = await serve();
  process.env.E2E_URL = url;
  return stop;
}

/** A server of one's own; with `demo` false it has one empty business that is no sandbox. */
export async function serve({ demo = true } = {}): Promise<Server> {
  const app = process.env.ORBITA_APP;
  const java = process.env.ORBITA_JAVA;
  if (!app || !java) {
    throw new Error("Start through ./orbita e2e, or name a running server in ORBITA_URL.");
  }
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "orbita-e2e-"));
  const log = join(folder, "server.log");
  const out = openSync(log, "w");
  const child = spawn(
    java,
    [
      "-Xmx640m",
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow",
      "-jar",
      "orbita.jar",
      `--server.port=${port}`,
      "--server.address=127.0.0.1",
      `--orbita.data=${join(folder, "data")}`,
      `--orbita.demo=${demo}`,
      "--orbita.sandbox-clock=true",
    ],
    { cwd: app, stdio: ["ignore", out, out], env: { ...process.env, ORBITA_ADMIN_PASSWORD: PASSWORD } },
  );
  const deadline = Date.now() + 600_000;
  while (!readFileSync(log, "utf8").includes("Orbita is ready")) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The server did not start:\n${readFileSync(log, "utf8").slice(-4000)}`);
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child, folder) };
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
