import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { call } from "./orbita";

const features = new URL("../apps/admin/src/features", import.meta.url).pathname;

/** Every address of the panel, as its features declare them; `:id` is replaced by what the demo has. */
export async function panelRoutes(page: Page, client: number): Promise<string[]> {
  const program = await call<{ items: { id: number }[] }>(page, "GET", "/api/programs?state=delivered&limit=1");
  const paths = readdirSync(features).flatMap((feature) => {
    const source = readFileSync(join(features, feature, "routes.tsx"), "utf8");
    return [...source.matchAll(/(?:path: |page\()"([^"]+)"/g)].map(([, path = ""]) =>
      path.startsWith("/") ? path : `/${feature}/${path}`,
    );
  });
  return paths.map((path) => path.replace(":id", String(path.startsWith("/programs") ? program.items[0]?.id : client)));
}

/** What the panel shows only after a click: tabs, a report, a record beside its list. */
export const panelParts = (client: number): string[] => [
  ...["facts", "program", "progress", "payments", "consents"].map((tab) => `/clients/${client}?tab=${tab}`),
  `/pipeline?client=${client}`,
  `/progress?of=${client}`,
  "/analytics?tab=funnel",
  "/reminders?tab=log",
];
