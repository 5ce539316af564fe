import type { Line } from "./queries";

export type Show = "all" | "talk" | "events" | "notes";

const written = (line: Line) => line.kind === "clients.action" && line.facts.type === "note";

/** Whether a line passes the filter of the feed. */
export function shows(show: Show, line: Line): boolean {
  switch (show) {
    case "talk":
      return line.kind === "messaging.in" || line.kind === "messaging.out" || line.kind === "clients.contact";
    case "notes":
      return written(line);
    case "events":
      return !line.kind.startsWith("messaging.") && !written(line);
    default:
      return true;
  }
}

/** Lines of a day together, in the order they came. */
export function byDays(lines: readonly Line[], dayOf: (at: string) => string): { day: string; lines: Line[] }[] {
  const days: { day: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.at);
    const last = days.at(-1);
    if (last?.day === day) {
      last.lines.push(line);
    } else {
      days.push({ day, lines: [line] });
    }
  }
  return days;
}
