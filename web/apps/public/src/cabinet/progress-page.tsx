import { useTranslation } from "@orbita/i18n";
import { date, number } from "@orbita/i18n/format";
import { useState } from "react";
import { useKept } from "../lib/cabinet";
import type { Checkin, Journal } from "../lib/types";
import { Alert, Bones, box, heading, Panel, Verb } from "../parts/basics";
import { CheckinCard } from "./checkin-card";
import { Line } from "./line";
import { MeasureForm } from "./measure-form";

/** How the week went, what was measured, and how it changes. */
export function Page() {
  const { t } = useTranslation("cabinet");
  const journal = useKept<Journal>(["measurements"], "/api/cabinet/measurements");
  const checkin = useKept<Checkin>(["checkin"], "/api/cabinet/checkin");
  const [adding, setAdding] = useState(false);
  return (
    <>
      <h1 className={heading}>{t("progress")}</h1>
      {checkin.data?.week != null && <CheckinCard checkin={checkin.data} onDone={() => void checkin.refetch()} />}
      {journal.error && !journal.data ? (
        <div className="mt-4 grid gap-3">
          <Alert>{journal.error.message}</Alert>
          <Verb look="plain" onClick={() => void journal.refetch()}>
            {t("retry")}
          </Verb>
        </div>
      ) : !journal.data ? (
        <Bones />
      ) : (
        <>
          <Chart {...journal.data} />
          {adding ? (
            <MeasureForm
              measures={journal.data.measures}
              onDone={() => {
                setAdding(false);
                void journal.refetch();
              }}
            />
          ) : (
            <Verb className="mt-4 w-full" onClick={() => setAdding(true)}>
              {t("measure")}
            </Verb>
          )}
        </>
      )}
    </>
  );
}

function Chart({ measures, items }: Journal) {
  const { t } = useTranslation("cabinet");
  const taken = measures.filter((each) => items.some((item) => item.figures[each.measure] !== undefined));
  const [wanted, setWanted] = useState<string>();
  const shown = taken.find((each) => each.measure === wanted) ?? taken[0];
  if (!shown) {
    return (
      <Panel className="mt-4">
        <p className="text-fg-2">{t("noMeasures")}</p>
      </Panel>
    );
  }
  const points = items.flatMap((item) => {
    const value = item.figures[shown.measure];
    return value === undefined ? [] : [{ id: item.id, period: item.period, date: item.date, value }];
  });
  const first = points[0];
  const last = points.at(-1);
  const unit = t(shown.unit === "kg" ? "kg" : "cm");
  const period = (text: string) =>
    text === "before" ? t("before") : text === "after" ? t("after") : t("weekN", { number: text.replace("week_", "") });
  return (
    <Panel className="mt-4">
      <div className="flex items-center justify-between gap-3">
        <h2 className="sr-only">{t("measures")}</h2>
        <select
          aria-label={t("measures")}
          className={`${box} max-w-56`}
          value={shown.measure}
          onChange={(event) => setWanted(event.target.value)}
        >
          {taken.map((each) => (
            <option key={each.measure} value={each.measure}>
              {each.title}
            </option>
          ))}
        </select>
        {first && last && first !== last && (
          <p className="tnum shrink-0 text-[20px] font-semibold tracking-[-0.02em]">
            {last.value > first.value ? "+" : ""}
            {number(last.value - first.value, 1).replace("-", "−")} {unit}
          </p>
        )}
      </div>
      {first && last && points.length > 1 ? (
        <Line
          values={points.map((each) => each.value)}
          label={t("chart", { title: shown.title, from: number(first.value, 1), to: number(last.value, 1), unit })}
        />
      ) : (
        <p className="mt-3 text-[15px] text-fg-3">{t("onePoint")}</p>
      )}
      <table className="tnum mt-4 w-full text-[15px]">
        <tbody>
          {points
            .slice()
            .reverse()
            .map((each) => (
              <tr key={each.id} className="border-t border-line">
                <th scope="row" className="py-2 text-left font-normal text-fg-2">
                  {date(each.date)}, {period(each.period)}
                </th>
                <td className="py-2 text-right font-medium">
                  {number(each.value, 1)} {unit}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Panel>
  );
}
