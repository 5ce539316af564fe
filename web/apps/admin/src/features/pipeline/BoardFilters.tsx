import { number, useTranslation } from "@orbita/i18n";
import {
  Button,
  buttonClass,
  Chip,
  cn,
  FilterBar,
  FilterSheet,
  Menu,
  MenuItem,
  SearchInput,
  StageGlyph,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ListFilter } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/app/session";
import { type Board, type Column, kindOf, quicks } from "./board";
import { type Filters, staffQuery, tagsQuery } from "./queries";
import { sources, useWords } from "./words";

type Props = { filters: Filters; set: (patch: Partial<Filters>) => void; board: Board | undefined };

/** Search, the quick chips, and who, tag and source. All of it stands in the address and is the server's to judge. */
export function BoardFilters({ filters, set, board }: Props) {
  const { t } = useTranslation("pipeline");
  const [sheet, setSheet] = useState(false);
  const pickers = usePickers(filters, set, board);
  const on = pickers.filter(({ value }) => value !== "").length;
  return (
    <FilterBar>
      <SearchInput value={filters.q} onChange={(q) => set({ q })} placeholder={t("find")} aria-label={t("find")} />
      <Button variant="ghost" className="shrink-0 md:hidden" onClick={() => setSheet(true)}>
        <ListFilter aria-hidden />
        {t("filter")}
        {on > 0 && <span className="tnum">{on}</span>}
      </Button>
      <span className="flex shrink-0 items-center max-md:hidden">
        {pickers.map((picker) => (
          <Menu
            key={picker.label}
            trigger={
              <button type="button" className={cn(buttonClass({ variant: "ghost" }), "text-fg-3")}>
                {picker.label}:{" "}
                <span className={picker.value ? "font-medium text-accent-text" : "text-fg"}>{picker.shown}</span>
                <ChevronDown aria-hidden className="size-3.5!" />
              </button>
            }
          >
            {picker.options.map((option) => (
              <MenuItem
                key={option.value}
                checked={option.value === picker.value}
                onClick={() => picker.choose(option.value)}
              >
                {option.label}
              </MenuItem>
            ))}
          </Menu>
        ))}
      </span>
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
      <FilterSheet open={sheet} onOpenChange={setSheet}>
        {pickers.map((picker) => (
          <fieldset key={picker.label} className="mb-4">
            <legend className="mb-1.5 px-2 text-xs text-fg-3">{picker.label}</legend>
            <div className="flex flex-wrap gap-1.5 px-2">
              {picker.options.map((option) => (
                <Chip
                  key={option.value}
                  pressed={option.value === picker.value}
                  onClick={() => picker.choose(option.value)}
                >
                  {option.label}
                </Chip>
              ))}
            </div>
          </fieldset>
        ))}
      </FilterSheet>
    </FilterBar>
  );
}

function usePickers({ staff, tag, source }: Filters, set: Props["set"], board: Board | undefined) {
  const { t } = useTranslation("pipeline");
  const words = useWords();
  const me = useMe();
  const people = useQuery(staffQuery(me.role === "admin")).data ?? [{ id: me.id, name: t("mine") }];
  const tags = useQuery(tagsQuery).data ?? [];
  const seen = board?.columns.flatMap(({ items }) => items.map(({ client }) => client.source)) ?? [];
  const known = [...new Set([...sources, ...seen, ...(source ? [source] : [])])];
  const all = { value: "", label: t("all") };
  const pick = (
    label: string,
    value: string,
    choices: { value: string; label: string }[],
    choose: (v: string) => void,
  ) => {
    const options = [all, ...choices];
    return { label, value, options, choose, shown: options.find((each) => each.value === value)?.label ?? value };
  };
  return [
    pick(
      t("staff"),
      staff === undefined ? "" : String(staff),
      people.map(({ id, name }) => ({ value: String(id), label: name })),
      (value) => set({ staff: value ? Number(value) : undefined }),
    ),
    ...(tags.length > 0 || tag
      ? [
          pick(
            t("tag"),
            tag,
            tags.map((each) => ({ value: each, label: each })),
            (value) => set({ tag: value }),
          ),
        ]
      : []),
    pick(
      t("source"),
      source,
      known.map((each) => ({ value: each, label: words.source(each) })),
      (value) => set({ source: value }),
    ),
  ];
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
