import { date, number, useTranslation } from "@orbita/i18n";
import { Button, EmptyState, ErrorBox, Select, SkeletonRows } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus, Ruler } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { text, useSearchState } from "@/lib/search-state";
import { Photos } from "./Photos";
import { chartQuery, type Entry, entriesQuery } from "./queries";
import { useWords } from "./words";

const MeasureDrawer = lazy(() => import("./MeasureDrawer"));
const LineChart = lazy(async () => ({ default: (await import("@orbita/ui/charts")).LineChart }));
const search = { measure: text("weight") };

/** «week_3» in words. */
export function usePeriod(): (period: string) => string {
  const { t } = useTranslation("client");
  return (period) =>
    period === "before" || period === "after" ? t(period) : t("weekNo", { week: period.replace("week_", "") });
}

export default function ProgressTab({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const [adding, setAdding] = useState(false);
  const { data: series, error, refetch } = useQuery(chartQuery(id));
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      {t("addMeasure")}
    </Button>
  );
  return (
    <div className="px-6 py-4 max-md:px-4">
      {error && !series ? (
        <ErrorBox error={error} onRetry={() => void refetch()} className="mx-0" />
      ) : !series ? (
        <SkeletonRows rows={5} />
      ) : series.length === 0 ? (
        <EmptyState icon={Ruler} title={t("noMeasures")} hint={t("noMeasuresHint")} action={add} />
      ) : (
        <Measured id={id} add={add} />
      )}
      <Suspense>{adding && <MeasureDrawer id={id} onClose={() => setAdding(false)} />}</Suspense>
    </div>
  );
}

function Measured({ id, add }: { id: number; add: React.ReactNode }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const [{ measure }, set] = useSearchState(search);
  const series = useQuery(chartQuery(id)).data ?? [];
  const one = series.find((each) => each.measure === measure) ?? series[0];
  if (!one) {
    return null;
  }
  const unit = one.unit === "kg" ? t("unit.kg") : t("unit.cm");
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <Select
          label={t("measure")}
          value={one.measure}
          onChange={(next) => set({ measure: next })}
          options={series.map((each) => ({ value: each.measure, label: words.measure(each.measure, each.title) }))}
          className="w-48"
        />
        <span className="flex-1" />
        {add}
      </div>
      {one.points.length > 1 ? (
        <Suspense fallback={<div className="h-[272px]" />}>
          <LineChart
            fit
            title={`${words.measure(one.measure, one.title)}, ${unit}`}
            points={one.points.map((point) => ({ x: point.date, value: point.value }))}
            series={[{ key: "value", label: words.measure(one.measure, one.title) }]}
            format={(value) => number(value, 1)}
            formatX={(x) => date(x)}
          />
        </Suspense>
      ) : (
        <p className="text-fg-3">{t("fewPoints")}</p>
      )}
      <Entries id={id} shown={series.map((each) => each.measure)} />
    </>
  );
}

type Measure = "weight" | "chest" | "waist";

function Entries({ id, shown }: { id: number; shown: string[] }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const period = usePeriod();
  const entries = useQuery(entriesQuery(id)).data;
  const [edited, setEdited] = useState<Entry>();
  if (!entries) {
    return null;
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is to be reached by keys */}
      <section tabIndex={0} aria-label={t("tab.progress")} className="mt-4 overflow-x-auto">
        <table className="tnum w-full text-sm">
          <thead className="text-xs text-fg-3">
            <tr>
              <th scope="col" className="py-1.5 pr-4 text-left font-normal">
                {t("date")}
              </th>
              <th scope="col" className="py-1.5 pr-4 text-left font-normal">
                {t("period")}
              </th>
              {shown.map((each) => (
                <th key={each} scope="col" className="py-1.5 pl-4 text-right font-normal whitespace-nowrap">
                  {words.measure(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id} className="border-t border-line">
                <th scope="row" className="py-2 pr-4 text-left font-normal whitespace-nowrap">
                  <button
                    type="button"
                    aria-label={t("editMeasureOf", { date: date(entry.measurement_date) })}
                    onClick={() => setEdited(entry)}
                    className="hit rounded underline decoration-line-3 decoration-dotted underline-offset-4 hover:decoration-fg"
                  >
                    {date(entry.measurement_date)}
                  </button>
                </th>
                <td className="py-2 pr-4 whitespace-nowrap text-fg-2">{period(entry.period)}</td>
                {shown.map((each) => {
                  const value = entry[each as Measure];
                  return (
                    <td key={each} className="py-2 pl-4 text-right">
                      {value === null || value === undefined ? "—" : number(value, 1)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Photos entries={entries} />
      <Suspense>{edited && <MeasureDrawer id={id} entry={edited} onClose={() => setEdited(undefined)} />}</Suspense>
    </>
  );
}
