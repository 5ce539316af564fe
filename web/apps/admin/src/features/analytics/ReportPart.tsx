import { useTranslation } from "@orbita/i18n";
import { Button, Card, cn, EmptyState, ErrorBox, Keys, Late, Skeleton } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ChartNoAxesCombined, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { useHotkey } from "@/app/hotkeys";
import { FigureButton, Named } from "./FigureButton";
import { bare, change, rowTitle, shown } from "./figures";
import { before, type Period } from "./period";
import { type Behind, type By, type Report, type ReportName, reportQuery, type SheetRow, type Value } from "./queries";
import { SaveSheet } from "./SaveSheet";

const RevenueChart = lazy(() => import("./charts"));

type Props = {
  report: ReportName;
  period: Period;
  by: By;
  /** The key of the one row that is looked at; undefined for the whole. */
  only: string | undefined;
  onOnly: (row: string | undefined) => void;
  onPeople: (asked: Behind) => void;
};

/** Less of these is better. */
const bad = new Set(["refunds", "question_left", "question_left_share", "question_seconds", "cac", "detractors"]);

export function ReportPart({ report, period, by, only, onOnly, onPeople }: Props) {
  const { t } = useTranslation("analytics");
  const now = useQuery(reportQuery(report, period, by));
  const then = useQuery(reportQuery(report, before(period), by));
  useHotkey("Escape", t("whole"), () => onOnly(undefined), { enabled: only !== undefined });
  if (now.error) {
    return <ErrorBox error={now.error} onRetry={() => void now.refetch()} className="mx-0" />;
  }
  if (!now.data) {
    return <Holder />;
  }
  const { data } = now;
  const open = (figure: string, title: string, row?: SheetRow) =>
    onPeople({
      of: "report",
      report,
      figure,
      period,
      by,
      row: row?.key,
      title: row ? `${title}: ${rowTitle(report, row)}` : title,
    });
  const chosen = only === undefined ? undefined : data.rows.find(({ key }) => key === only);
  const summed = chosen ?? data.total;
  const former = chosen ? then.data?.rows.find(({ key }) => key === only) : then.data?.total;
  const totals = data.definitions.filter(({ key }) => summed.values[key] !== undefined);
  return (
    <div className="flex flex-col gap-5">
      {only !== undefined && (
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-md font-semibold">
            {t(`rows.${report}`)}: {chosen ? rowTitle(report, chosen) : t("noRow")}
          </p>
          <Button variant="ghost" onClick={() => onOnly(undefined)}>
            <X aria-hidden />
            {t("whole")}
            <span aria-hidden className="max-md:hidden">
              <Keys keys="Escape" />
            </span>
          </Button>
        </div>
      )}
      {totals.length > 0 && (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(170px,1fr))] gap-3 max-sm:grid-cols-2">
          {totals.map(({ key, title, definition, people }) => {
            const value = summed.values[key];
            const moved = change(value, former?.values[key]);
            return (
              <li key={key}>
                <Card className="h-full p-3">
                  <p className="text-xs text-fg-3">
                    <Named title={title} definition={definition} />
                  </p>
                  <p className="tnum mt-1 -ml-1 text-xl font-semibold tracking-[-0.015em]">
                    <Figure value={value} people={people} label={title} onOpen={() => open(key, title, chosen)} />
                  </p>
                  <p className="tnum h-4 text-xs text-fg-3">
                    {moved && (
                      <>
                        <span className={moved.up === bad.has(key) ? "text-danger" : "text-ok"}>{moved.text}</span>{" "}
                        {t("was", { value: shown(former?.values[key]) })}
                      </>
                    )}
                  </p>
                </Card>
              </li>
            );
          })}
        </ul>
      )}
      {report === "revenue" && data.rows.length > 1 && (
        <Card>
          <Suspense fallback={<Skeleton className="h-64" />}>
            <RevenueChart report={data} />
          </Suspense>
        </Card>
      )}
      {data.rows.length > 0 ? (
        <Sheet report={report} data={data} period={period} only={only} onOnly={onOnly} onOpen={open} />
      ) : (
        report !== "overview" && (
          <EmptyState
            icon={ChartNoAxesCombined}
            title={t("empty")}
            hint={t(`missing.${report}`, { defaultValue: t("emptyHint") })}
          />
        )
      )}
    </div>
  );
}

function Figure(props: { value: Value | undefined; people: boolean; label: string; onOpen: () => void }) {
  const { value, people, label, onOpen } = props;
  const text = shown(value);
  return (
    <FigureButton label={`${label}: ${text}`} onClick={people && (value?.people ?? 0) > 0 ? onOpen : undefined}>
      {text}
    </FigureButton>
  );
}

type SheetProps = {
  report: ReportName;
  data: Report;
  period: Period;
  only: string | undefined;
  onOnly: (row: string | undefined) => void;
  onOpen: (figure: string, title: string, row: SheetRow) => void;
};

function Sheet({ report, data, period, only, onOnly, onOpen }: SheetProps) {
  const { t } = useTranslation("analytics");
  const columns = data.definitions.filter(({ key }) => data.rows.some((row) => row.values[key] !== undefined));
  return (
    <div className="flex flex-col gap-2">
      <SaveSheet
        name={`${report}_${period.from}_${period.to}`}
        rows={() => [
          [t(`rows.${report}`), ...columns.map((each) => each.title)],
          ...data.rows.map((row) => [rowTitle(report, row), ...columns.map(({ key }) => bare(row.values[key]))]),
        ]}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section aria-label={t("table")} tabIndex={0} className="overflow-x-auto rounded-lg shadow-card">
        <table className="tnum w-full text-sm">
          <thead className="text-xs text-fg-3">
            <tr>
              <th scope="col" className="sticky left-0 bg-surface px-3 py-2 text-left font-normal">
                {t(`rows.${report}`)}
              </th>
              {columns.map(({ key, title, definition }) => (
                <th key={key} scope="col" className="min-w-24 px-3 py-2 text-right align-bottom font-normal">
                  <Named title={title} definition={definition} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr
                key={row.key}
                className={cn(
                  "border-t border-line hover:bg-hover",
                  only !== undefined && only !== row.key && "text-fg-3",
                  only === row.key && "bg-accent-soft",
                )}
              >
                <th scope="row" className="sticky left-0 max-w-56 bg-surface px-2 py-1 text-left font-medium">
                  <button
                    type="button"
                    aria-pressed={only === row.key}
                    title={t("onlyThis")}
                    onClick={() => onOnly(only === row.key ? undefined : row.key)}
                    className="hit min-h-7 w-full rounded px-1 text-left break-words hover:text-accent-text aria-pressed:text-accent-text"
                  >
                    {rowTitle(report, row)}
                  </button>
                </th>
                {columns.map(({ key, title, people }) => (
                  <td key={key} className="px-2 py-2 text-right whitespace-nowrap">
                    <Figure
                      value={row.values[key]}
                      people={people}
                      label={`${title}, ${rowTitle(report, row)}`}
                      onOpen={() => onOpen(key, title, row)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

export const Holder = () => (
  <Late>
    <div className="grid grid-cols-[repeat(auto-fill,minmax(170px,1fr))] gap-3 max-sm:grid-cols-2">
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
        <Skeleton key={key} className="h-22" />
      ))}
    </div>
  </Late>
);
