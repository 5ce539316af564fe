import { timeZone } from "@orbita/i18n";

const MINUTE = 60_000;

/** How far the clocks of the business are ahead of UTC at that moment, in milliseconds. */
function ahead(moment: number, zone: string | undefined): number {
  const shown = new Date(moment).toLocaleString("sv-SE", zone === undefined ? {} : { timeZone: zone });
  return Math.round((Date.parse(`${shown.replace(" ", "T")}Z`) - moment) / MINUTE) * MINUTE;
}

/** The first moment of a day by the clocks of the business. */
export function dawn(day: string, zone: string | undefined = timeZone()): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const near = utc - ahead(utc, zone);
  // Once more: the clocks may have been moved between the two.
  return new Date(utc - ahead(near, zone)).toISOString();
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

/** The last day on which a code works that stops working at that moment. */
export const lastMoment = (end: string): number => Date.parse(end) - 1;
