/** Cells: words, plain numbers, or nothing. */
export type Rows = readonly (readonly (string | number | null)[])[];

/** What begins so is reckoned as a formula by a spreadsheet; names of sources come from strangers. */
const formula = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  if (value === null) {
    return "";
  }
  if (typeof value === "number") {
    return String(value).replace(".", ",");
  }
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table for Excel of a Russian Windows: semicolons, decimal commas, and the mark that says UTF-8. */
export const csv = (rows: Rows): string => `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

/** Hands a table over as a file. */
export function save(name: string, rows: Rows): void {
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  // Safari reads the contents some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
