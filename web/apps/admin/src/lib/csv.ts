/** A cell as a spreadsheet reads it. What would begin a formula there stays text; a plain number stays a number. */
export function cellOf(value: string | number | null): string {
  if (value === null) {
    return "";
  }
  if (typeof value === "number") {
    return String(value);
  }
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) && !/^[+-]?\d+([.,]\d+)?$/.test(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type Rows = readonly (readonly (string | number | null)[])[];

/** Lines with semicolons, as spreadsheets of these parts read them. */
export const csvOf = (rows: Rows): string => rows.map((row) => row.map(cellOf).join(";")).join("\r\n");

/** Hands the table over as a file. The mark at its head tells a spreadsheet that it is UTF-8. */
export function saveCsv(name: string, rows: Rows): void {
  const address = URL.createObjectURL(new Blob(["\uFEFF", csvOf(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
