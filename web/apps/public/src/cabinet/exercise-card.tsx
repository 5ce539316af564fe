import { useTranslation } from "@orbita/i18n";
import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import { cx } from "../lib/cx";
import { mark, place } from "../lib/marks";
import type { Exercise, Mark } from "../lib/types";
import { restSeconds } from "../lib/week";

type Props = {
  program: number;
  week: number;
  day: number;
  exercise: Exercise;
  cue: string | undefined;
  marks: Map<string, Mark>;
  onRest: (seconds: number) => void;
};

/** «78,5» and «78.5»; undefined for what is no weight. */
export function readWeight(text: string): number | null | undefined {
  const plain = text.trim().replace(",", ".");
  if (plain === "") {
    return null;
  }
  const value = Number(plain);
  return Number.isFinite(value) && value >= 0 && value <= 500 ? Math.round(value * 100) / 100 : undefined;
}

/** An exercise with its sets: a tick, a weight, how many came out. */
export function ExerciseCard({ program, week, day, exercise, cue, marks, onRest }: Props) {
  const { t } = useTranslation("cabinet");
  const facts = [
    `${t("sets", { count: exercise.sets })} × ${exercise.reps}`,
    exercise.rest && t("rest", { text: exercise.rest }),
    exercise.reserve && t("reserve", { text: exercise.reserve }),
    exercise.load && t("load", { text: exercise.load }),
  ].filter(Boolean);
  const at = (set: number) => marks.get(place({ week, day, place: exercise.place, exercise: exercise.name, set }));
  const change = (set: number, next: Partial<Pick<Mark, "done" | "weight" | "reps">>) => {
    const before = at(set);
    void mark(program, {
      week,
      day,
      place: exercise.place,
      exercise: exercise.name,
      set,
      done: before?.done ?? false,
      weight: before?.weight ?? null,
      reps: before?.reps ?? null,
      ...next,
    });
  };
  const sets = Array.from({ length: exercise.sets }, (_, i) => i + 1);
  return (
    <li className="rounded-2xl bg-raised p-4 shadow-card">
      <h2 className="font-semibold">{exercise.name}</h2>
      <p className="tnum mt-0.5 text-[14px] leading-5 text-fg-2">{facts.join(", ")}</p>
      {exercise.notes.map((each) => (
        <p key={each} className="mt-1 text-[14px] leading-5 text-fg-2">
          {each}
        </p>
      ))}
      <ul className="mt-3 grid gap-2">
        {sets.map((set) => (
          <SetRow
            key={set}
            number={set}
            mark={at(set)}
            hint={at(set - 1)?.weight ?? null}
            onTick={(done, weight) => {
              change(set, { done, ...(weight === undefined ? {} : { weight }) });
              const seconds = restSeconds(exercise.rest);
              if (done && seconds && navigator.vibrate) {
                navigator.vibrate(15);
              }
              if (done && seconds) {
                onRest(seconds);
              }
            }}
            onWeight={(weight) => change(set, { weight })}
            onReps={(reps) => change(set, { reps })}
          />
        ))}
      </ul>
      {(cue || exercise.alternatives.length > 0) && (
        <details className="mt-2 text-[14px] leading-5 text-fg-2">
          <summary className="flex min-h-11 items-center text-accent-text">
            {cue ? t(exercise.alternatives.length > 0 ? "techniqueAndInstead" : "technique") : t("instead")}
          </summary>
          {cue && <p className="mb-2">{cue}</p>}
          {exercise.alternatives.length > 0 && <p>{exercise.alternatives.join(", ")}</p>}
        </details>
      )}
    </li>
  );
}

const small =
  "tnum h-11 w-full min-w-0 rounded-[10px] border border-line-3 bg-raised px-2 text-center text-[16px] placeholder:text-fg-3 placeholder:text-[14px] aria-invalid:border-danger";

function SetRow({
  number,
  mark: now,
  hint,
  onTick,
  onWeight,
  onReps,
}: {
  number: number;
  mark: Mark | undefined;
  hint: number | null;
  onTick: (done: boolean, weight: number | null | undefined) => void;
  onWeight: (weight: number | null) => void;
  onReps: (reps: number | null) => void;
}) {
  const { t } = useTranslation("cabinet");
  const [weight, setWeight] = useState(shown(now?.weight));
  const [reps, setReps] = useState(shown(now?.reps));
  // What came from another device shows when this field is not the one being typed into.
  useEffect(() => setWeight(shown(now?.weight)), [now?.weight]);
  useEffect(() => setReps(shown(now?.reps)), [now?.reps]);
  const read = readWeight(weight);
  const readReps =
    reps.trim() === "" ? null : /^\d{1,4}$/.test(reps.trim()) && Number(reps) <= 1000 ? Number(reps) : undefined;
  const done = now?.done ?? false;
  return (
    <li className="grid grid-cols-[1.5rem_1fr_1fr_auto] items-center gap-2">
      <span className="tnum text-[14px] text-fg-3">{number}</span>
      <input
        className={small}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${t("set", { number })}: ${t("weight")}`}
        aria-invalid={read === undefined || undefined}
        placeholder={hint == null ? t("weight") : shown(hint)}
        maxLength={6}
        value={weight}
        onChange={(event) => setWeight(event.target.value)}
        onBlur={() => read !== undefined && read !== (now?.weight ?? null) && onWeight(read)}
      />
      <input
        className={small}
        inputMode="numeric"
        autoComplete="off"
        aria-label={`${t("set", { number })}: ${t("reps")}`}
        aria-invalid={readReps === undefined || undefined}
        placeholder={t("reps")}
        maxLength={4}
        value={reps}
        onChange={(event) => setReps(event.target.value)}
        onBlur={() => readReps !== undefined && readReps !== (now?.reps ?? null) && onReps(readReps)}
      />
      <button
        type="button"
        aria-pressed={done}
        aria-label={t("tick", { number })}
        onClick={() => {
          // The weight of the set before is taken over when nothing else was said.
          const taken = weight.trim() === "" && !done && hint != null ? hint : read;
          onTick(!done, taken);
        }}
        className={cx(
          "grid size-12 place-items-center rounded-xl",
          done
            ? "bg-accent text-on-accent"
            : "text-transparent shadow-[inset_0_0_0_1.5px_var(--line-3)] hover:bg-hover",
        )}
      >
        <Check aria-hidden className="size-6" strokeWidth={2.25} />
      </button>
    </li>
  );
}

const shown = (value: number | null | undefined): string => (value == null ? "" : String(value).replace(".", ","));
