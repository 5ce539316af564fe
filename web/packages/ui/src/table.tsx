import { useTranslation } from "@orbita/i18n";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "./button";
import { Checkbox } from "./checkbox";
import { cn } from "./cn";
import { useNarrow } from "./narrow";
import { useWindow } from "./window";

export type Column<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** A track of the grid: "120px", "minmax(160px, 2fr)". */
  width?: string;
  align?: "end";
  /** What the server calls it; without, the column has no order. */
  sort?: string;
  /** Always shown: the name of the thing. */
  fixed?: boolean;
  /** Place in the two lines of a phone; columns without one are left out there. */
  phone?: "title" | "end" | "line";
};

type Props<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** Enter, or a press anywhere in the row. */
  onOpen?: (row: T) => void;
  /** The open row, marked. */
  openId?: string | undefined;
  /** «name» or «-name», as the API takes it. */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  hidden?: ReadonlySet<string>;
  /** The next page by its cursor; undefined when this is all. */
  onMore?: (() => void) | undefined;
  loadingMore?: boolean;
  /** Verbs at the end of a row. */
  menu?: (row: T) => ReactNode;
  /** Classes for a row: something overdue, something switched off. */
  rowClass?: (row: T) => string | undefined;
  foot?: ReactNode;
};

const ROW = 40;
const PHONE_ROW = 60;
const HEAD = 36;

/**
 * A list of thousands: only what is seen is in the page. The order and the pages are the server's. Keys: arrows and J/K
 * move, Enter opens, Space or X selects.
 */
export function DataTable<T>(props: Props<T>) {
  const {
    label,
    columns,
    rows,
    rowId,
    onOpen,
    openId,
    selected,
    onSelect,
    hidden,
    onMore,
    loadingMore,
    menu,
    rowClass,
    foot,
  } = props;
  const { t } = useTranslation("common");
  const narrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);

  // The server orders, filters and pages; what is left for us are two sets, which need no library of tables.
  const shown = columns.filter((column) => column.fixed || !hidden?.has(column.id));
  const items = useMemo(() => rows.map((value) => ({ id: rowId(value), value })), [rows, rowId]);

  const height = narrow ? PHONE_ROW : ROW;
  const { indexes, last, total, reveal } = useWindow(scroller, items.length, height);
  useEffect(() => {
    if (onMore && !loadingMore && items.length > 0 && last >= items.length - 8) {
      onMore();
    }
  }, [last, items.length, onMore, loadingMore]);

  const select = useCallback(
    (id: string, on: boolean) => {
      const next = new Set(selected);
      if (on) {
        next.add(id);
      } else {
        next.delete(id);
      }
      onSelect?.(next);
    },
    [selected, onSelect],
  );

  const go = (index: number) => {
    const to = Math.max(0, Math.min(items.length - 1, index));
    setCursor(to);
    reveal(to, narrow ? 0 : HEAD);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, index: number) => {
    const row = items[index];
    if (event.target !== event.currentTarget || !row || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const verbs: Record<string, () => void> = {
      ArrowDown: () => go(index + 1),
      KeyJ: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      KeyK: () => go(index - 1),
      Home: () => go(0),
      End: () => go(items.length - 1),
      Enter: () => onOpen?.(row.value),
      Space: () => onSelect && select(row.id, !selected?.has(row.id)),
      KeyX: () => onSelect && select(row.id, !selected?.has(row.id)),
    };
    const verb = verbs[event.code];
    if (verb) {
      event.preventDefault();
      verb();
    }
  };

  const tracks = [onSelect && "28px", ...shown.map((column) => column.width ?? "minmax(96px, 1fr)"), menu && "32px"]
    .filter(Boolean)
    .join(" ");
  const all = items.length > 0 && items.every((row) => selected?.has(row.id));

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto" data-table>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={onMore ? -1 : items.length + 1}
        aria-multiselectable={onSelect ? true : undefined}
        className={narrow ? undefined : "w-full min-w-fit"}
      >
        <div
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: tracks }}
          className={
            narrow
              ? "sr-only"
              : "sticky top-0 z-10 grid h-9 items-center gap-4 border-b border-line bg-surface px-4 text-xs text-fg-3"
          }
        >
          {onSelect && (
            <div role="columnheader">
              <Checkbox
                quiet
                label={t("selectAll")}
                checked={all}
                some={!all && (selected?.size ?? 0) > 0}
                onChange={(on) => onSelect(on ? new Set(items.map((row) => row.id)) : new Set())}
              />
            </div>
          )}
          {shown.map((column) => (
            <Head key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
          {menu && (
            <div role="columnheader">
              <span className="sr-only">{t("menu")}</span>
            </div>
          )}
        </div>
        <div className="relative" role="presentation" style={{ height: total }}>
          {indexes.map((index) => {
            const row = items[index];
            if (!row) {
              return null;
            }
            const value = row.value;
            const chosen = selected?.has(row.id) ?? false;
            return (
              <div
                role="row"
                key={row.id}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={onSelect ? chosen : undefined}
                tabIndex={index === Math.min(cursor, items.length - 1) ? 0 : -1}
                onFocus={() => setCursor(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
                onClick={(event) => {
                  // A press on a control within, or the end of marking a text, opens nothing.
                  if (
                    !(event.target as Element).closest("a, button, label, input, [role=menu], [role=checkbox]") &&
                    !getSelection()?.toString()
                  ) {
                    onOpen?.(value);
                  }
                }}
                className={cn(
                  "absolute inset-x-0 border-b border-line px-4 outline-offset-[-2px] hover:bg-hover",
                  narrow ? "flex items-center gap-3" : "grid items-center gap-4",
                  (chosen || openId === row.id) && "bg-accent-soft hover:bg-accent-soft",
                  rowClass?.(value),
                )}
                style={{
                  height,
                  transform: `translateY(${index * height}px)`,
                  gridTemplateColumns: narrow ? undefined : tracks,
                }}
              >
                {onSelect && (
                  <div role="gridcell" aria-colindex={1}>
                    <Checkbox quiet label={t("selectRow")} checked={chosen} onChange={(on) => select(row.id, on)} />
                  </div>
                )}
                {narrow ? (
                  <PhoneCells columns={columns} row={value} />
                ) : (
                  shown.map((column) => (
                    <div
                      role="gridcell"
                      key={column.id}
                      className={cn("min-w-0 truncate", column.align === "end" && "tnum pr-2 text-right")}
                    >
                      {column.cell(value)}
                    </div>
                  ))
                )}
                {menu && (
                  <div role="gridcell" className="justify-self-end">
                    {menu(value)}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </div>
      {onMore && (
        <div className="flex justify-center p-3">
          <Button busy={loadingMore} onClick={onMore}>
            {t("loadMore")}
          </Button>
        </div>
      )}
      {foot}
    </div>
  );
}

function Head<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}) {
  const { t } = useTranslation("common");
  const way =
    column.sort && sort === column.sort ? "asc" : column.sort && sort === `-${column.sort}` ? "desc" : undefined;
  return (
    <div
      role="columnheader"
      aria-sort={way === "asc" ? "ascending" : way === "desc" ? "descending" : undefined}
      className={cn("min-w-0 truncate", column.align === "end" && "pr-2 text-right")}
    >
      {column.sort && onSort ? (
        <button
          type="button"
          onClick={() => onSort(way === "asc" ? `-${column.sort}` : (column.sort ?? ""))}
          className="hit -mx-1 inline-flex items-center gap-1 rounded px-1 hover:text-fg"
        >
          {column.header}
          {way && <span className="sr-only">{way === "asc" ? t("sortAsc") : t("sortDesc")}</span>}
          {way === "asc" && <ArrowUp aria-hidden className="size-3" />}
          {way === "desc" && <ArrowDown aria-hidden className="size-3" />}
        </button>
      ) : (
        column.header
      )}
    </div>
  );
}

function PhoneCells<T>({ columns, row }: { columns: readonly Column<T>[]; row: T }) {
  const at = (place: Column<T>["phone"]) => columns.filter((column) => column.phone === place);
  return (
    <div role="gridcell" className="min-w-0 flex-1">
      <div className="flex items-baseline gap-2 text-base">
        <span className="min-w-0 flex-1 truncate font-medium">
          {at("title").map((column) => (
            <span key={column.id}>{column.cell(row)}</span>
          ))}
        </span>
        <span className="tnum shrink-0">
          {at("end").map((column) => (
            <span key={column.id}>{column.cell(row)}</span>
          ))}
        </span>
      </div>
      <div className="flex gap-x-2 overflow-hidden text-sm whitespace-nowrap text-fg-3">
        {at("line").map((column) => (
          <span key={column.id} className="truncate empty:hidden">
            {column.cell(row)}
          </span>
        ))}
      </div>
    </div>
  );
}
