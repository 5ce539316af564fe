import { timeZone } from "@orbita/i18n";

/** How far the clock of a zone is ahead of UTC at a moment, in milliseconds. */
function ahead(at: number, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).format(at);
  return Date.parse(`${parts.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}

/** The moment that a clock of the business shows as «2026-11-30T14:05»; undefined for what is no such clock. */
export function momentOf(local: string | null, zone: string | undefined = timeZone()): string | undefined {
  // Browsers read a date out of nearly anything that is not written so.
  const wall = local && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(wall)) {
    return undefined;
  }
  // Twice: the first guess may stand on the other side of a change to summer time.
  const guess = wall - ahead(wall, zone);
  return new Date(wall - ahead(guess, zone)).toISOString();
}

/** Whole days from a moment until now. */
export const daysSince = (moment: string, now = Date.now()): number =>
  Math.max(0, Math.floor((now - Date.parse(moment)) / 86_400_000));

/** Which week of a programme is now, from 1; undefined before it and after its end. */
export function weekOf(start: string | null, weeks: number, now = Date.now()): number | undefined {
  if (!start || Date.parse(start) > now) {
    return undefined;
  }
  const week = Math.floor((now - Date.parse(start)) / 604_800_000) + 1;
  return week <= weeks ? week : undefined;
}

/** What a clock of the business shows at a moment, «2026-11-30T14:05»; the other way round of {@link momentOf}. */
export const clockOf = (moment: string, zone: string | undefined = timeZone()): string =>
  new Date(Date.parse(moment) + ahead(Date.parse(moment), zone)).toISOString().slice(0, 16);
