import { useTranslation } from "@orbita/i18n";
import { Chip, DateRangePicker } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { FilterMenus, pickerOf } from "@/app/FilterMenus";
import type { Filter } from "./filters";
import { type Stage, tagsQuery } from "./queries";
import { sources, useCodes } from "./words";

type Props = {
  at: Filter;
  set: (patch: Partial<Filter>) => void;
  stages: readonly Stage[];
  people: readonly { id: number; name: string; active: boolean }[];
};

const idOf = (value: string) => (value ? Number(value) : undefined);
const textOf = (id: number | undefined) => (id === undefined ? "" : String(id));

/** The filters of the list of clients. */
export default function Pickers({ at, set, stages, people }: Props) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const tags = useQuery(tagsQuery).data ?? [];
  const known = at.source && !sources.includes(at.source) ? [...sources, at.source] : sources;
  const shown = people.filter(({ id, active }) => active || id === at.staff);
  const pick = (
    ...[label, value, choices, choose]: [string, string, Parameters<typeof pickerOf>[3], (value: string) => void]
  ) => pickerOf(label, value, t("all"), choices, choose);
  return (
    <FilterMenus
      pickers={[
        pick(
          t("col.stage"),
          textOf(at.stage),
          stages.map(({ id, name }) => ({ value: String(id), label: name })),
          (value) => set({ stage: idOf(value) }),
        ),
        ...(tags.length > 0 || at.tag
          ? [
              pick(
                t("tag"),
                at.tag,
                tags.map((value) => ({ value, label: value })),
                (tag) => set({ tag }),
              ),
            ]
          : []),
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
        ...(shown.length > 0
          ? [
              pick(
                t("whose"),
                textOf(at.staff),
                shown.map(({ id, name }) => ({ value: String(id), label: name })),
                (value) => set({ staff: idOf(value) }),
              ),
            ]
          : []),
      ]}
    >
      <DateRangePicker
        label={t("createdIn")}
        value={at.from && at.to ? { from: at.from, to: at.to } : null}
        onChange={({ from, to }) => set({ from, to })}
      />
      <Chip pressed={at.archived} onClick={() => set({ archived: !at.archived })}>
        {t("archive")}
      </Chip>
    </FilterMenus>
  );
}
