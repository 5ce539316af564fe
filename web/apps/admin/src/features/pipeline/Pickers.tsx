import { useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Chip, cn, Menu, MenuItem, Sheet } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ListFilter } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/app/session";
import type { Board } from "./board";
import { type Filters, staffQuery, tagsQuery } from "./queries";
import { sources, useWords } from "./words";

type Props = { filters: Filters; set: (patch: Partial<Filters>) => void; board: Board | undefined };

/** Who is responsible, tag and source: menus, or one sheet on a phone. */
export default function Pickers({ filters, set, board }: Props) {
  const { t } = useTranslation("pipeline");
  const { t: c } = useTranslation("common");
  const [sheet, setSheet] = useState(false);
  const pickers = usePickers(filters, set, board);
  const on = pickers.filter(({ value }) => value !== "").length;
  return (
    <>
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
      <Sheet open={sheet} onOpenChange={setSheet} title={c("filters")}>
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
