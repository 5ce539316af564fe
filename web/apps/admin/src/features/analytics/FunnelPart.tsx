import { number, percent, useTranslation } from "@orbita/i18n";
import { Card, ErrorBox, FunnelBars, Segmented } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { FigureButton, Named } from "./FigureButton";
import { duration } from "./figures";
import type { Period } from "./period";
import { type Behind, type Funnel, funnelQuery, type Mode, modes, type StageFigures } from "./queries";
import { Holder } from "./ReportPart";
import { SaveSheet } from "./SaveSheet";

type Props = { mode: Mode; onMode: (mode: Mode) => void; period: Period; onPeople: (asked: Behind) => void };

const drawn = { cohort: "as_far", flow: "reached", snapshot: "standing" } as const;
const counted = ["reached", "as_far", "passed_on", "left", "standing"] as const;

/** The funnel by what became of those who came, by the moves of the period, or by who stands where now. */
export function FunnelPart({ mode, onMode, period, onPeople }: Props) {
  const { t } = useTranslation("analytics");
  const { data, error, refetch } = useQuery(funnelQuery(mode, period));
  const open = (figure: string, title: string, stage?: StageFigures["stage"]) =>
    onPeople({
      of: "funnel",
      mode,
      figure,
      period,
      stage: stage?.id,
      title: stage ? `${title}: ${stage.name}` : title,
    });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Segmented
          className="w-72"
          label={t("mode")}
          value={mode}
          onChange={onMode}
          options={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
        />
        <p className="max-w-[70ch] text-fg-2">{t(`modeHints.${mode}`)}</p>
      </div>
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} className="mx-0" />
      ) : data ? (
        <Shown data={data} mode={mode} period={period} onOpen={open} />
      ) : (
        <Holder />
      )}
    </div>
  );
}

type ShownProps = {
  data: Funnel;
  mode: Mode;
  period: Period;
  onOpen: (figure: string, title: string, stage?: StageFigures["stage"]) => void;
};

function Shown({ data, mode, period, onOpen }: ShownProps) {
  const { t } = useTranslation("analytics");
  const stages = data.stages ?? [];
  const words = new Map((data.definitions ?? []).map((each) => [each.key, each]));
  const title = (key: string) => words.get(key)?.title ?? key;
  const columns = counted.filter((key) => words.has(key));
  const bar = drawn[mode];
  return (
    <>
      <Card>
        <FunnelBars
          format={(share) => (mode === "snapshot" || !Number.isFinite(share) ? "" : percent(share))}
          steps={stages.map((each) => {
            const value = each[bar] ?? 0;
            return {
              key: String(each.stage?.id),
              label: each.stage?.name ?? "",
              value,
              shown: number(value),
              ...(value > 0 && { onClick: () => onOpen(bar, title(bar), each.stage) }),
            };
          })}
        />
      </Card>
      <SaveSheet
        name={`funnel_${mode}_${period.from}_${period.to}`}
        rows={() => {
          const share = words.has("conversion") ? ["conversion" as const] : [];
          return [
            [t("stage"), ...[...columns, ...share].map(title), `${title("time_in_stage")}, ${t("units.hour")}`],
            ...stages.map((each) => [
              each.stage?.name ?? "",
              ...[...columns, ...share, "median_hours" as const].map((key) => each[key] ?? null),
            ]),
          ];
        }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section aria-label={t("table")} tabIndex={0} className="overflow-x-auto rounded-lg shadow-card">
        <table className="tnum w-full text-sm">
          <thead className="text-xs text-fg-3">
            <tr>
              <th scope="col" className="px-3 py-2 text-left font-normal">
                {t("stage")}
              </th>
              {[...columns, ...(words.has("conversion") ? ["conversion"] : []), "time_in_stage"].map((key) => (
                <th key={key} scope="col" className="px-3 py-2 text-right font-normal">
                  <Named title={title(key)} definition={words.get(key)?.definition} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((each) => (
              <tr key={each.stage?.id} className="border-t border-line hover:bg-hover">
                <th scope="row" className="px-3 py-2 text-left font-medium">
                  {each.stage?.name}
                </th>
                {columns.map((key) => {
                  const value = each[key];
                  return (
                    <td key={key} className="px-2 py-2 text-right">
                      <FigureButton
                        label={`${title(key)}, ${each.stage?.name}: ${value ?? "—"}`}
                        onClick={value ? () => onOpen(key, title(key), each.stage) : undefined}
                      >
                        {value == null ? "—" : number(value)}
                      </FigureButton>
                    </td>
                  );
                })}
                {words.has("conversion") && (
                  <td className="px-3 py-2 text-right">{each.conversion == null ? "—" : percent(each.conversion)}</td>
                )}
                <td className="px-3 py-2 text-right whitespace-nowrap">
                  {each.median_hours == null ? "—" : duration(each.median_hours * 3600)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
