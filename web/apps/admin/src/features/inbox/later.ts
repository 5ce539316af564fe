import { clockOf, momentOf } from "@/lib/moment";

export type Preset = { id: "hour" | "evening" | "tomorrow" | "monday"; at: string };

const plusDays = (day: string, days: number): string => {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
};

/** Moments that people choose most, on the clock of the business; those that are past or the same as another left out. */
export function presets(now: number, zone?: string): Preset[] {
  const today = clockOf(new Date(now).toISOString(), zone).slice(0, 10);
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const all: { id: Preset["id"]; at: string | undefined }[] = [
    { id: "hour", at: new Date(Math.ceil((now + 3_600_000) / 300_000) * 300_000).toISOString() },
    { id: "evening", at: momentOf(`${today}T18:00`, zone) },
    { id: "tomorrow", at: momentOf(`${plusDays(today, 1)}T09:00`, zone) },
    { id: "monday", at: toMonday > 1 ? momentOf(`${plusDays(today, toMonday)}T09:00`, zone) : undefined },
  ];
  return all.filter(
    (each): each is Preset =>
      each.at !== undefined && Date.parse(each.at) > now + (each.id === "evening" ? 5_400_000 : 0),
  );
}
