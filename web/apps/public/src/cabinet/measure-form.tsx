import { useTranslation } from "@orbita/i18n";
import { number } from "@orbita/i18n/format";
import { type FormEvent, useState } from "react";
import { ask, Refused } from "../lib/http";
import type { Measured, NewMeasurement } from "../lib/types";
import { Alert, box, Panel, Row, Verb, verb } from "../parts/basics";

/** New figures; one that jumps is asked about before it is kept. */
export function MeasureForm({ measures, onDone }: { measures: Measured[]; onDone: () => void }) {
  const { t } = useTranslation("cabinet");
  const [values, setValues] = useState<Record<string, string>>({});
  const [notes, setNotes] = useState("");
  const [wrong, setWrong] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const unsure = wrong?.code === "journal.not-sure";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const figures: Record<string, number> = {};
    for (const [name, text] of Object.entries(values)) {
      const value = Number(text.trim().replace(",", "."));
      if (text.trim() && Number.isFinite(value)) {
        figures[name] = Math.round(value * 10) / 10;
      }
    }
    setBusy(true);
    try {
      await ask("/api/cabinet/measurements", {
        body: {
          figures,
          ...(notes.trim() ? { notes: notes.trim() } : {}),
          confirmed: unsure,
        } satisfies NewMeasurement,
      });
      onDone();
      return;
    } catch (cause) {
      if (!(cause instanceof Refused)) {
        throw cause;
      }
      setWrong(cause);
    }
    setBusy(false);
  };

  return (
    <Panel className="mt-4">
      <form noValidate onSubmit={submit} className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          {measures.map((each) => (
            <Row
              key={each.measure}
              label={`${each.title}, ${t(each.unit === "kg" ? "kg" : "cm")}`}
              error={wrong?.field(each.measure) ?? wrong?.field(`figures[${each.measure}]`)}
              hint={t("range", { least: number(each.least), most: number(each.most) })}
            >
              {(bound) => (
                <input
                  {...bound}
                  className={`${box} tnum`}
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={6}
                  value={values[each.measure] ?? ""}
                  onChange={(event) => {
                    setValues({ ...values, [each.measure]: event.target.value });
                    setWrong(undefined);
                  }}
                />
              )}
            </Row>
          ))}
        </div>
        <Row label={t("notes")}>
          {(bound) => (
            <textarea
              {...bound}
              className={box}
              rows={3}
              maxLength={2000}
              value={notes}
              onChange={(event) => setNotes(event.target.value)}
            />
          )}
        </Row>
        {wrong && (unsure || wrong.fields.length === 0) && <Alert>{wrong.message}</Alert>}
        <button type="submit" disabled={busy} className={verb()}>
          {unsure ? t("sure") : t("save")}
        </button>
        <Verb look="quiet" onClick={onDone}>
          {t("cancel")}
        </Verb>
      </form>
    </Panel>
  );
}
