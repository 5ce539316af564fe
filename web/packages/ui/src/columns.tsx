import { useTranslation } from "@orbita/i18n";
import { Columns3 } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "./button";
import { Checkbox } from "./checkbox";
import { cn } from "./cn";
import { Popover } from "./menu";
import type { Column } from "./table";

/** Which columns are hidden, kept in this browser under `key`. */
export function useColumns(
  key: string,
  hiddenAtFirst: readonly string[] = [],
): [ReadonlySet<string>, (hidden: Set<string>) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => {
    try {
      const kept = localStorage.getItem(`orbita.columns.${key}`);
      return new Set(kept === null ? hiddenAtFirst : (JSON.parse(kept) as string[]));
    } catch {
      return new Set(hiddenAtFirst);
    }
  });
  const keep = (next: Set<string>) => {
    setHidden(next);
    try {
      localStorage.setItem(`orbita.columns.${key}`, JSON.stringify([...next]));
    } catch {
      // It holds for this visit then.
    }
  };
  return [hidden, keep];
}

/** Ticks for the columns that may be hidden. */
export function ColumnPicker<T>({
  columns,
  hidden,
  onChange,
}: {
  columns: readonly Column<T>[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: Set<string>) => void;
}) {
  const { t } = useTranslation("common");
  return (
    <Popover
      align="end"
      label={t("columns")}
      trigger={
        <button type="button" className={cn(buttonClass({ variant: "ghost" }), "max-md:hidden")}>
          <Columns3 aria-hidden />
          {t("columns")}
        </button>
      }
    >
      <div className="flex min-w-40 flex-col gap-2">
        {columns
          .filter((column) => !column.fixed)
          .map((column) => (
            <Checkbox
              key={column.id}
              label={column.header}
              checked={!hidden.has(column.id)}
              onChange={(on) => {
                const next = new Set(hidden);
                if (on) {
                  next.delete(column.id);
                } else {
                  next.add(column.id);
                }
                onChange(next);
              }}
            />
          ))}
      </div>
    </Popover>
  );
}
