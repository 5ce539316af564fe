import { date, language, money, number, percent, worded } from "@orbita/i18n";
import type { ReportName, SheetRow, Value } from "./queries";

/** A value as people read it; a dash where there is nothing to divide by. */
export function shown(value: Value | undefined): string {
  if (value?.money) {
    return money(value.money);
  }
  if (value?.ratio != null) {
    return percent(value.ratio, 1);
  }
  if (value?.seconds != null) {
    return duration(value.seconds);
  }
  return value?.count != null ? number(value.count) : "—";
}

/** The bare number, for a chart and a comparison. */
export function bare(value: Value | undefined): number | null {
  if (value?.money) {
    return Number(value.money.amount);
  }
  return value?.ratio ?? value?.seconds ?? value?.count ?? null;
}

/** «40 с», «12 мин», «5 ч», «3 дн.»: as coarse as is read at a glance. */
export function duration(seconds: number): string {
  const [unit, size] = (
    [
      ["day", 86_400],
      ["hour", 3600],
      ["minute", 60],
    ] as const
  ).find(([, each]) => seconds >= each * 1.5) ?? ["second" as const, 1];
  return `${number(seconds / size, seconds / size < 10 && unit !== "second" ? 1 : 0)} ${worded(`analytics:units.${unit}`)}`;
}

/** «+12 %» against the former period; undefined when there is nothing to compare with. */
export function change(now: Value | undefined, then: Value | undefined): { text: string; up: boolean } | undefined {
  const [a, b] = [bare(now), bare(then)];
  if (a === null || b === null || b === 0 || a === b) {
    return undefined;
  }
  const share = (a - b) / Math.abs(b);
  return { text: `${share > 0 ? "+" : ""}${percent(share)}`, up: share > 0 };
}

const known = ["instagram", "sandbox", "site", "telegram", "vk", "widget", "whatsapp", "bot", "manual", "import"];

/** What a row is called: the server's words, a day, or the name of a source. */
export function rowTitle(report: ReportName, row: SheetRow): string {
  if (row.title) {
    return row.title;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(row.key)) {
    return date(row.key);
  }
  if (/^\d{4}-\d{2}$/.test(row.key)) {
    const month = new Intl.DateTimeFormat(language(), { month: "long", year: "numeric", timeZone: "UTC" });
    return month.format(new Date(`${row.key}-01T12:00:00Z`));
  }
  if ((report === "sources" || report === "unit-economics") && known.includes(row.key)) {
    return worded(`analytics:sources.${row.key}`);
  }
  return row.key === "" || row.key === "(none)" ? worded("analytics:unknown") : row.key;
}
