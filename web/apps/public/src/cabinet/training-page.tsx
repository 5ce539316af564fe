import { useTranslation } from "@orbita/i18n";
import { useMemo, useState } from "react";
import { useKept } from "../lib/cabinet";
import { cx } from "../lib/cx";
import { overlaid, useQueue } from "../lib/marks";
import type { Me, Opened, Programmes } from "../lib/types";
import { dayToDo, doneIn, setsOf, weekNow } from "../lib/week";
import { Alert, Bones, box, heading, Verb, verb } from "../parts/basics";
import { ExerciseCard } from "./exercise-card";
import { RestBar, type Resting } from "./rest-bar";

/** Today's training; any other by its week and day. */
export function Page() {
  const { t } = useTranslation("cabinet");
  const list = useKept<Programmes>(["programs"], "/api/cabinet/programs");
  const me = useKept<Me>(["me"], "/api/cabinet/me");
  const [wanted, setWanted] = useState<number>();
  const items = list.data?.items ?? [];
  const program = wanted ?? (items.find((each) => each.paid) ?? items[0])?.id;
  if (list.error && !list.data) {
    return <Failed message={list.error.message} again={() => void list.refetch()} />;
  }
  if (!list.data) {
    return <Bones />;
  }
  if (program === undefined) {
    return (
      <>
        <h1 className={heading}>{t("noProgram")}</h1>
        <p className="mt-3 text-fg-2">{t("noProgramText")}</p>
        {me.data?.bot_url && (
          <a className={verb("primary", "mt-6")} href={me.data.bot_url}>
            {t("openBot")}
          </a>
        )}
      </>
    );
  }
  return (
    <>
      {items.length > 1 && (
        <label className="mb-4 block">
          <span className="sr-only">{t("chooseProgram")}</span>
          <select className={box} value={program} onChange={(event) => setWanted(Number(event.target.value))}>
            {items.map((each) => (
              <option key={each.id} value={each.id}>
                {each.paid ? t("paid", { count: each.weeks }) : t("free")}
              </option>
            ))}
          </select>
        </label>
      )}
      <Program key={program} id={program} file={items.find((each) => each.id === program)?.file ?? null} />
    </>
  );
}

function Program({ id, file }: { id: number; file: string | null }) {
  const opened = useKept<Opened>(["program", id], `/api/cabinet/programs/${id}`);
  if (opened.error && !opened.data) {
    return <Failed message={opened.error.message} again={() => void opened.refetch()} />;
  }
  return opened.data ? <Trainings {...opened.data} file={file} /> : <Bones />;
}

function Failed({ message, again }: { message: string; again: () => void }) {
  const { t } = useTranslation("cabinet");
  return (
    <div className="grid gap-3 pt-4">
      <Alert>{message}</Alert>
      <Verb look="plain" onClick={again}>
        {t("retry")}
      </Verb>
    </div>
  );
}

function Trainings({ plan, marks, file }: Opened & { file: string | null }) {
  const { t } = useTranslation("cabinet");
  const queue = useQueue();
  const all = useMemo(() => overlaid(marks, plan.id, queue.marks), [marks, plan.id, queue.marks]);
  const [week, setWeek] = useState(() => weekNow(plan, Date.now()));
  const shown = plan.weeks.find((each) => each.number === week) ?? plan.weeks[0];
  // Where one stands is decided when the page opens, so that the last tick of a day does not jump to the next.
  const [days, setDays] = useState<Record<number, number>>({});
  const [resting, setResting] = useState<Resting>();
  if (!shown) {
    return null;
  }
  const day = days[shown.number] ?? dayToDo(marks, shown);
  const session = shown.sessions.find((each) => each.day === day) ?? shown.sessions[0];
  const done = session ? doneIn(all.values(), shown.number, session) : 0;
  const sets = session ? setsOf(session) : 0;
  const cues = new Map(plan.techniques.map((each) => [each.name, each.cue]));
  const go = (next: number) => setDays((before) => ({ ...before, [shown.number]: next }));
  return (
    <>
      {plan.weeks.length > 1 && (
        <label className="mb-3 block">
          <span className="sr-only">{t("week", { number: "" })}</span>
          <select className={box} value={shown.number} onChange={(event) => setWeek(Number(event.target.value))}>
            {plan.weeks.map((each) => (
              <option key={each.number} value={each.number}>
                {t("week", { number: each.number })}
                {each.deload ? `, ${t("deload")}` : ""}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset
        aria-label={t("today")}
        className="m-0 -mx-5 border-0 flex gap-2 overflow-x-auto px-5 pb-1 [scrollbar-width:none]"
      >
        {shown.sessions.map((each) => {
          const full = doneIn(all.values(), shown.number, each) >= setsOf(each);
          return (
            <button
              key={each.day}
              type="button"
              aria-pressed={each.day === day}
              onClick={() => go(each.day)}
              className={cx(
                "min-h-11 shrink-0 rounded-xl px-4 text-[15px] font-medium",
                each.day === day ? "bg-accent-soft text-accent-text" : "text-fg-2 hover:bg-hover",
              )}
            >
              {t("day", { number: each.day })}
              {full && " ✓"}
            </button>
          );
        })}
      </fieldset>
      {session && (
        <>
          <div className="mt-4 flex items-baseline justify-between gap-4">
            <h1 className="text-[24px] leading-8 font-bold tracking-[-0.02em]">{session.name}</h1>
            <p className="tnum shrink-0 text-[15px] text-fg-3">{t("doneOf", { done, all: sets })}</p>
          </div>
          <div aria-hidden className="mt-2 h-1.5 overflow-hidden rounded-full bg-sunken">
            <div
              className="h-full origin-left rounded-full bg-accent"
              style={{ width: `${sets ? Math.round((100 * done) / sets) : 0}%` }}
            />
          </div>
          <p className="mt-3 text-[15px] leading-[22px] text-fg-2">{shown.advice}</p>
          {plan.doctors_note && (
            <p className="mt-3 rounded-xl bg-warn-soft px-4 py-3 text-[15px] leading-[22px] text-fg">
              <b className="font-semibold">{t("doctor")}. </b>
              {plan.doctors_note}
            </p>
          )}
          <ol className="mt-4 grid gap-3">
            {session.exercises.map((each) => (
              <ExerciseCard
                key={`${each.place}-${each.name}`}
                program={plan.id}
                week={shown.number}
                day={session.day}
                exercise={each}
                cue={cues.get(each.name)}
                marks={all}
                onRest={(seconds) => setResting({ until: Date.now() + seconds * 1000, seconds })}
              />
            ))}
          </ol>
          {sets > 0 && done >= sets && (
            <p role="status" className="mt-5 rounded-2xl bg-accent-soft p-5 text-center font-semibold text-accent-text">
              {t("allDone")}
            </p>
          )}
        </>
      )}
      <details className="mt-6 rounded-2xl bg-raised p-5 shadow-card">
        <summary className="font-semibold">{t("about")}</summary>
        <div className="mt-3 grid gap-3 text-[15px] leading-[23px] text-fg-2">
          {[...plan.intro, ...plan.guide].map((each) => (
            <p key={each}>{each}</p>
          ))}
        </div>
      </details>
      {file && (
        <a className={verb("plain", "mt-4 w-full")} href={file}>
          {t("file")}
        </a>
      )}
      {resting && <RestBar resting={resting} onChange={setResting} />}
    </>
  );
}
