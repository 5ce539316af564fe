import { useTranslation } from "@orbita/i18n";
import { useQuery } from "@tanstack/react-query";
import { FilterMenus, pickerOf } from "@/app/FilterMenus";
import { staffQuery } from "@/lib/staff";
import type { Board } from "./board";
import { type Filters, tagsQuery } from "./queries";
import { sources, useWords } from "./words";

type Props = { filters: Filters; set: (patch: Partial<Filters>) => void; board: Board | undefined };

/** Who is responsible, tag and source. */
export default function Pickers({ filters: { staff, tag, source }, set, board }: Props) {
  const { t } = useTranslation("pipeline");
  const words = useWords();
  const people = useQuery(staffQuery).data?.filter(({ id, active }) => active || id === staff) ?? [];
  const tags = useQuery(tagsQuery).data ?? [];
  const seen = board?.columns.flatMap(({ items }) => items.map(({ client }) => client.source)) ?? [];
  const known = [...new Set([...sources, ...seen, ...(source ? [source] : [])])];
  const all = t("all");
  return (
    <FilterMenus
      pickers={[
        pickerOf(
          t("staff"),
          staff === undefined ? "" : String(staff),
          all,
          people.map(({ id, name }) => ({ value: String(id), label: name })),
          (value) => set({ staff: value ? Number(value) : undefined }),
        ),
        ...(tags.length > 0 || tag
          ? [
              pickerOf(
                t("tag"),
                tag,
                all,
                tags.map((each) => ({ value: each, label: each })),
                (value) => set({ tag: value }),
              ),
            ]
          : []),
        pickerOf(
          t("source"),
          source,
          all,
          known.map((each) => ({ value: each, label: words.source(each) })),
          (value) => set({ source: value }),
        ),
      ]}
    />
  );
}
