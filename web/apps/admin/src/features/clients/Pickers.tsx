import { useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Chip, cn, DateRangePicker, Menu, MenuItem, Sheet } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ListFilter } from "lucide-react";
import { useState } from "react";
import type { Filter } from "./filters";
import { type Stage, tagsQuery } from "./queries";
import { sources, useCodes } from "./words";

type Props = {
  at: Filter;
  set: (patch: Partial<Filter>) => void;
  stages: readonly Stage[];
  people: readonly { id: number; name: string }[];
};

/** The filters: menus, or one sheet on a phone. */
export default function Pickers({ at, set, stages, people }: Props) {
  const { t } = useTranslation("clients");
  const { t: c } = useTranslation("common");
  const [sheet, setSheet] = useState(false);
  const pickers = usePickers({ at, set, stages, people });
  const on = pickers.filter(({ value }) => value !== "").length;
  const period = (
    <DateRangePicker
      label={t("createdIn")}
      value={at.from && at.to ? { from: at.from, to: at.to } : null}
      onChange={({ from, to }) => set({ from, to })}
    />
  );
  const archived = (
    <Chip pressed={at.archived} onClick={() => set({ archived: !at.archived })}>
      {t("archive")}
    </Chip>
  );
  return (
    <>
      <Button variant="ghost" className="shrink-0 md:hidden" onClick={() => setSheet(true)}>
        <ListFilter aria-hidden />
        {c("filters")}
        {on > 0 && <span className="tnum">{on}</span>}
      </Button>
      <span className="flex shrink-0 items-center gap-1 max-md:hidden">
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
        {period}
        {archived}
      </span>
      <Sheet open={sheet} onOpenChange={setSheet} title={c("filters")}>
        <div className="flex flex-wrap items-center gap-2 px-2 pb-4">
          {period}
          {archived}
        </div>
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
      </Sheet>
    </>
  );
}

type Option = { value: string; label: string };

function usePickers({ at, set, stages, people }: Props) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const tags = useQuery(tagsQuery).data ?? [];
  const all: Option = { value: "", label: t("all") };
  const pick = (label: string, value: string, choices: Option[], choose: (value: string) => void) => {
    const options = [all, ...choices];
    return { label, value, options, choose, shown: options.find((each) => each.value === value)?.label ?? value };
  };
  const plain = (value: string): Option => ({ value, label: value });
  const idOf = (value: string) => (value ? Number(value) : undefined);
  const known = at.source && !sources.includes(at.source) ? [...sources, at.source] : sources;
  return [
    pick(
      t("col.stage"),
      at.stage === undefined ? "" : String(at.stage),
      stages.map(({ id, name }) => ({ value: String(id), label: name })),
      (value) => set({ stage: idOf(value) }),
    ),
    ...(tags.length > 0 || at.tag ? [pick(t("tag"), at.tag, tags.map(plain), (tag) => set({ tag }))] : []),
    pick(
      t("col.source"),
      at.source,
      known.map((value) => ({ value, label: codes.source(value) })),
      (source) => set({ source }),
    ),
    pick(
      t("payment"),
      at.paid ?? "",
      [
        { value: "yes", label: t("paidYes") },
        { value: "no", label: t("paidNo") },
      ],
      (value) => set({ paid: value === "yes" || value === "no" ? value : undefined }),
    ),
    ...(people.length > 0
      ? [
          pick(
            t("whose"),
            at.staff === undefined ? "" : String(at.staff),
            people.map(({ id, name }) => ({ value: String(id), label: name })),
            (value) => set({ staff: idOf(value) }),
          ),
        ]
      : []),
  ];
}
