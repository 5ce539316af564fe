import { useTranslation } from "@orbita/i18n";
import { cellOf } from "./cells";
import type { Change } from "./queries";

const shown = (value: unknown): string =>
  value == null || value === "" ? "—" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** Cells that differ, the old one struck out. */
export function Changes({ cells }: { cells: Change[] }) {
  const { t } = useTranslation("programs");
  if (cells.length === 0) {
    return <p className="text-fg-2">{t("noDifferences")}</p>;
  }
  return (
    <ul className="divide-y divide-line">
      {cells.map(({ path, old, value }) => {
        const cell = cellOf(path);
        return (
          <li key={path} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
            <span className="w-72 max-w-full shrink-0 text-xs text-fg-2">
              {cell ? t("cellAddress", { ...cell, member: t(`cell.${cell.member}`) }) : path}
            </span>
            <span className="min-w-0 break-words">
              <del className="text-fg-3">{shown(old)}</del>
              <span aria-hidden className="px-1.5 text-fg-3">
                →
              </span>
              <ins className="font-medium text-accent-text no-underline">{shown(value)}</ins>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
