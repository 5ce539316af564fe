import { number, useTranslation } from "@orbita/i18n";
import { Chip, FilterBar, SearchInput, StageGlyph } from "@orbita/ui";
import { lazy, Suspense } from "react";
import { type Board, type Column, kindOf, quicks } from "./board";
import type { Filters } from "./queries";

const Pickers = lazy(() => import("./Pickers"));

type Props = { filters: Filters; set: (patch: Partial<Filters>) => void; board: Board | undefined };

/** Search, the quick chips, and who, tag and source. All of it stands in the address and is the server's to judge. */
export function BoardFilters({ filters, set, board }: Props) {
  const { t } = useTranslation("pipeline");
  return (
    <FilterBar>
      <SearchInput value={filters.q} onChange={(q) => set({ q })} placeholder={t("find")} aria-label={t("find")} />
      <Suspense fallback={<span className="w-[290px] shrink-0 max-md:w-20" />}>
        <Pickers filters={filters} set={set} board={board} />
      </Suspense>
      <span aria-hidden className="h-4 w-px shrink-0 bg-line max-md:hidden" />
      {quicks.map((quick) => (
        <Chip
          key={quick}
          pressed={filters.quick === quick}
          count={board && number(board.counts[quick])}
          {...(quick === "overdue" && board?.counts.overdue ? { tone: "danger" as const } : {})}
          onClick={() => set({ quick: filters.quick === quick ? undefined : quick })}
        >
          {t(`quick.${quick}`)}
        </Chip>
      ))}
    </FilterBar>
  );
}

/** On a phone one column fills the screen: the strip says which there are, and leads there. */
export function StageStrip({ columns, filled }: { columns: readonly Column[]; filled: ReadonlyMap<number, number> }) {
  const { t } = useTranslation("pipeline");
  return (
    <nav
      aria-label={t("stages")}
      className="flex shrink-0 gap-1.5 overflow-x-auto px-3 pt-2 [scrollbar-width:none] md:hidden"
    >
      {columns.map((column) => (
        <button
          key={column.id}
          type="button"
          aria-label={`${column.name}, ${number(column.count)}`}
          className="flex h-11 shrink-0 items-center gap-1.5 rounded-md bg-sunken px-3"
          onClick={() =>
            document
              .querySelector(`[data-stage="${column.id}"]`)
              ?.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" })
          }
        >
          <StageGlyph hue={column.hue} filled={filled.get(column.id) ?? 0} kind={kindOf(column.role)} />
          <span className="tnum text-fg-2">{number(column.count)}</span>
        </button>
      ))}
    </nav>
  );
}
