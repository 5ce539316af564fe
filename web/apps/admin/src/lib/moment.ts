export { momentOf } from "@/lib/moment";

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
