import { date, number, useTranslation } from "@orbita/i18n";
import { Button, EmptyState, ErrorBox, Segmented, SkeletonRows } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus, Ruler } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { usePeriodWords } from "./periods";
import { chartQuery, type Entry, entriesQuery, type Measure, names, photoQuery, type Series } from "./queries";

const CourseChart = lazy(() => import("./CourseChart"));

/** A line of less than three points says nothing that the table does not. */
const FEWEST = 3;

const signed = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${number(Math.abs(value), 1)}`;

export function Course({ client, onAdd }: { client: number; onAdd: () => void }) {
  const { t } = useTranslation("progress");
  const entries = useQuery(entriesQuery(client));
  const chart = useQuery(chartQuery(client));
  const [measure, setMeasure] = useState<Measure>("weight");
  const error = entries.error ?? chart.error;
  if (error) {
    return <ErrorBox error={error} onRetry={() => void Promise.all([entries.refetch(), chart.refetch()])} />;
  }
  if (!entries.data || !chart.data) {
    return <SkeletonRows rows={8} />;
  }
  if (entries.data.items.length === 0) {
    return (
      <EmptyState
        icon={Ruler}
        title={t("empty")}
        hint={t("emptyHint")}
        action={
          <Button variant="primary" onClick={onAdd}>
            <Plus aria-hidden />
            {t("add")}
          </Button>
        }
      />
    );
  }
  const drawn = chart.data.series.filter((each) => each.points.length >= FEWEST);
  const shown = drawn.find((each) => each.measure === measure) ?? drawn[0];
  return (
    <div className="flex flex-col gap-6 p-4 max-md:p-3">
      {shown && (
        <div>
          <div className="mb-2 overflow-x-auto">
            <Segmented
              label={t("measure")}
              value={shown.measure}
              onChange={setMeasure}
              options={drawn.map((each) => ({ value: each.measure, label: t(`measures.${each.measure}`) }))}
            />
          </div>
          <Suspense fallback={<SkeletonRows rows={5} />}>
            <CourseChart series={shown} />
          </Suspense>
        </div>
      )}
      <Figures entries={entries.data.items} series={chart.data.series} />
      <Photos entries={entries.data.items} />
    </div>
  );
}

function Figures({ entries, series }: { entries: Entry[]; series: Series[] }) {
  const { t } = useTranslation("progress");
  const period = usePeriodWords();
  const taken = names.filter((name) => entries.some((entry) => entry[name] !== null));
  return (
    <section
      aria-label={t("figures")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
      tabIndex={0}
      className="overflow-x-auto rounded-lg bg-raised shadow-card"
    >
      <table className="tnum w-full border-collapse">
        <thead className="text-xs text-fg-2">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-normal">
              {t("measure")}
            </th>
            {entries.map((entry) => (
              <th key={entry.id} scope="col" className="px-3 py-2 text-right font-normal whitespace-nowrap">
                <span className="block font-medium text-fg">{period(entry.period)}</span>
                {date(entry.measurement_date)}
              </th>
            ))}
            <th scope="col" className="px-3 py-2 text-right font-normal">
              {t("change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {taken.map((name) => {
            const delta = series.find((each) => each.measure === name)?.delta;
            return (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="px-3 py-1.5 text-left font-medium whitespace-nowrap">
                  {t(`measures.${name}`)}
                  <span className="pl-1 font-normal text-fg-3">{t(name === "weight" ? "kg" : "cm")}</span>
                </th>
                {entries.map((entry) => (
                  <td key={entry.id} className="px-3 py-1.5 text-right">
                    {entry[name] === null ? "—" : number(entry[name], 1)}
                  </td>
                ))}
                <td className="px-3 py-1.5 text-right font-medium">{delta == null ? "—" : signed(delta)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Photos({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation("progress");
  const period = usePeriodWords();
  const all = entries.flatMap((entry) => entry.photos.map((photo) => ({ entry, photo })));
  if (all.length === 0) {
    return null;
  }
  return (
    <section>
      <h3 className="mb-2 text-base font-semibold">{t("photos")}</h3>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(140px,1fr))] gap-3">
        {all.map(({ entry, photo }) => (
          <Picture key={photo.id} entry={entry.id} photo={photo.id} words={period(entry.period)} />
        ))}
      </div>
    </section>
  );
}

function Picture({ entry, photo, words }: { entry: number; photo: number; words: string }) {
  const { data } = useQuery(photoQuery(entry, photo));
  return (
    <figure className="m-0">
      <div className="aspect-[3/4] overflow-hidden rounded-lg bg-sunken">
        {data && <img src={data} alt={words} className="size-full object-cover" />}
      </div>
      <figcaption className="mt-1 text-xs text-fg-2">{words}</figcaption>
    </figure>
  );
}
