import { isoDate } from "@orbita/i18n";

export type Period = { from: string; to: string };
export const presets = ["day", "week", "month", "year"] as const;
export type Preset = (typeof presets)[number];

const days = { day: 1, week: 7, month: 30, year: 365 } as const;

/** A plain day, so many days away. */
export function shifted(day: string, by: number): string {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}

/** The last so many days, today among them, on the business's clock. */
export function periodOf(preset: Preset, now: Date = new Date()): Period {
  const to = isoDate(now);
  return { from: shifted(to, 1 - days[preset]), to };
}

/** How many days, both ends counted. */
export const lengthOf = ({ from, to }: Period): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000) + 1;

/** The period of the same length just before. */
export function before(period: Period): Period {
  const length = lengthOf(period);
  return { from: shifted(period.from, -length), to: shifted(period.from, -1) };
}

/** So fine that a chart has some thirty points at most. */
export const grainOf = (period: Period): "day" | "week" | "month" => {
  const length = lengthOf(period);
  return length <= 31 ? "day" : length <= 200 ? "week" : "month";
};
