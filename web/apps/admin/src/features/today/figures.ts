import type { Schema } from "@orbita/api";

type Row = Schema<"AnalyticsSheetRow">;
export type Figure = { name: string; course: number[]; before: number[] };
type Value = { count?: number; people?: number; ratio?: number; money?: { amount: string } };

/** For drawing and comparing only: a float is good enough for that. */
export const amountOf = (value: Value | undefined): number =>
  value?.money ? Number(value.money.amount) : (value?.ratio ?? value?.count ?? value?.people ?? 0);

/** One figure of a report by days, cut into the last so many days and as many before them. */
export function courseOf(rows: readonly Row[], name: string, days: number): Omit<Figure, "name"> {
  const all = rows.map(({ values }) => amountOf(values[name] as Value | undefined));
  const now = all.slice(-days);
  return { course: now, before: all.slice(Math.max(0, all.length - 2 * days), all.length - now.length) };
}

export const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);

/** The change against the former period as a share; undefined where there was nothing to compare with. */
export const changeOf = (is: number, was: number): number | undefined => (was > 0 ? (is - was) / was : undefined);
