import { useTranslation } from "@orbita/i18n";
import { type FormEvent, useState } from "react";
import { cx } from "../lib/cx";
import { ask, Refused } from "../lib/http";
import type { Checkin, NewCheckin, Reaction } from "../lib/types";
import { Alert, box, Panel, Row, verb } from "../parts/basics";

const outcomes = ["done", "skipped", "hard", "pain"] as const satisfies NewCheckin["outcome"][];
type Outcome = NewCheckin["outcome"];

/** How the week went; the plan answers. */
export function CheckinCard({ checkin, onDone }: { checkin: Checkin; onDone: () => void }) {
  const { t } = useTranslation("cabinet");
  const [outcome, setOutcome] = useState<Outcome>();
  const [pattern, setPattern] = useState("");
  const [comment, setComment] = useState("");
  const [answer, setAnswer] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!outcome) {
      return;
    }
    setBusy(true);
    setWrong(undefined);
    try {
      const { plan } = await ask<Reaction>("/api/cabinet/checkin", {
        body: {
          outcome,
          ...(outcome === "pain" && pattern ? { pattern } : {}),
          ...(comment.trim() ? { comment: comment.trim() } : {}),
        } satisfies NewCheckin,
      });
      setAnswer(t(plan === "changes" ? "planChanges" : plan === "trainer_decides" ? "trainerDecides" : "planStays"));
      onDone();
    } catch (cause) {
      if (!(cause instanceof Refused)) {
        throw cause;
      }
      setWrong(cause.message);
    }
    setBusy(false);
  };

  const said = outcomes.find((each) => each === checkin.outcome);
  return (
    <Panel className="mt-4">
      <h2 className="font-semibold">{t("checkin", { number: checkin.week })}</h2>
      {answer ? (
        <p role="status" className="mt-2 text-fg-2">
          {answer}
        </p>
      ) : (
        <form onSubmit={submit} className="mt-3 grid gap-3">
          {said && <p className="text-[15px] text-fg-2">{t("answered", { outcome: t(said).toLowerCase() })}</p>}
          <div role="radiogroup" aria-label={t("checkin", { number: checkin.week })} className="grid grid-cols-2 gap-2">
            {outcomes.map((each) => (
              <label
                key={each}
                className={cx(
                  "flex min-h-12 items-center justify-center rounded-xl px-3 text-center text-[15px] font-medium has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-ring",
                  outcome === each
                    ? "bg-accent-soft text-accent-text shadow-[inset_0_0_0_1.5px_var(--accent)]"
                    : "shadow-[inset_0_0_0_1px_var(--line-2)] hover:bg-hover",
                )}
              >
                <input
                  type="radio"
                  name="outcome"
                  className="sr-only"
                  checked={outcome === each}
                  onChange={() => setOutcome(each)}
                />
                {t(each)}
              </label>
            ))}
          </div>
          {outcome === "pain" && checkin.movements.length > 0 && (
            <Row label={t("whatHurts")}>
              {(bound) => (
                <select {...bound} className={box} value={pattern} onChange={(event) => setPattern(event.target.value)}>
                  <option value="" />
                  {checkin.movements.map((each) => (
                    <option key={each.pattern} value={each.pattern}>
                      {each.title}
                    </option>
                  ))}
                </select>
              )}
            </Row>
          )}
          {outcome && (
            <>
              <Row label={t("comment")}>
                {(bound) => (
                  <textarea
                    {...bound}
                    className={box}
                    rows={2}
                    maxLength={1000}
                    value={comment}
                    onChange={(event) => setComment(event.target.value)}
                  />
                )}
              </Row>
              {wrong && <Alert>{wrong}</Alert>}
              <button type="submit" disabled={busy} className={verb()}>
                {t("send")}
              </button>
            </>
          )}
        </form>
      )}
    </Panel>
  );
}
