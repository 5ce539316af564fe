import { useTranslation } from "@orbita/i18n";
import { useEffect, useState } from "react";
import { Verb } from "../parts/basics";

export type Resting = { until: number; seconds: number };

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Counts the rest down by the clock, so that a locked phone comes back to the right second. */
export function RestBar({ resting, onChange }: { resting: Resting; onChange: (next: Resting | undefined) => void }) {
  const { t } = useTranslation("cabinet");
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((resting.until - now) / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left === 0) {
      navigator.vibrate?.([80, 60, 80]);
      onChange(undefined);
    }
  }, [left, onChange]);
  return (
    <div
      role="timer"
      aria-label={t("resting")}
      className="fixed inset-x-3 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 mx-auto flex max-w-[42rem] items-center gap-2 overflow-hidden rounded-2xl bg-raised py-2 pr-2 pl-4 shadow-pop"
    >
      <div
        aria-hidden
        className="absolute inset-y-0 left-0 bg-accent-soft"
        style={{ width: `${Math.min(100, (100 * left) / resting.seconds)}%` }}
      />
      <span className="relative flex-1 text-[15px] font-medium">
        {t("resting")} <span className="tnum text-[20px] font-bold">{clock(left)}</span>
      </span>
      <Verb
        look="quiet"
        className="relative min-h-11 px-3"
        onClick={() => onChange({ until: resting.until + 15_000, seconds: Math.max(resting.seconds, left + 15) })}
      >
        {t("plus")}
      </Verb>
      <Verb look="plain" className="relative min-h-11 px-4" onClick={() => onChange(undefined)}>
        {t("skip")}
      </Verb>
    </div>
  );
}
