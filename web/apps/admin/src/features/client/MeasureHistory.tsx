import { api, take } from "@orbita/api";
import { day, number, useTranslation } from "@orbita/i18n";
import { useQuery } from "@tanstack/react-query";
import { useStaff, useWords } from "./words";

/** What was corrected in a measurement, the newest first. */
export function MeasureHistory({ entry }: { entry: number }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const nameOf = useStaff();
  const { data } = useQuery({
    queryKey: ["client", "measurement", entry],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/progress/entries/{id}/history", { signal, params: { path: { id: entry } } }))).items,
  });
  const lines = data?.filter(({ old }) => old != null).reverse() ?? [];
  if (lines.length === 0) {
    return null;
  }
  const shown = (value: number | null | undefined) => (value == null ? "—" : number(value, 1));
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-fg-3">{t("measureHistory")}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {lines.map((line) => (
          <li key={`${line.at} ${line.measure}`} className="tnum">
            {`${words.measure(line.measure)}: ${shown(line.old)} → ${shown(line.value)}`}
            <span className="pl-2 text-fg-3">
              {[day(line.at), line.by == null ? undefined : nameOf(line.by)].filter(Boolean).join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
