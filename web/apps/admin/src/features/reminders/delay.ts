export type Unit = "minutes" | "hours" | "days";
export type Delay = { count: number; unit: Unit };

/** Reads `PT20M`, `PT2H`, `P3D`; undefined for what has several parts, which this screen does not write. */
export function readDelay(text: string | null | undefined): Delay | undefined {
  const [, days, hours, minutes] = /^P(?:(\d+)D|T(?:(\d+)H|(\d+)M))$/.exec(text ?? "") ?? [];
  return days !== undefined
    ? { count: Number(days), unit: "days" }
    : hours !== undefined
      ? { count: Number(hours), unit: "hours" }
      : minutes !== undefined
        ? { count: Number(minutes), unit: "minutes" }
        : undefined;
}

export const writeDelay = ({ count, unit }: Delay): string =>
  unit === "days" ? `P${count}D` : `PT${count}${unit === "hours" ? "H" : "M"}`;
