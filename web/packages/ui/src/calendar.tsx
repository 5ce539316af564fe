import { isoDate, language } from "@orbita/i18n";
import { useState } from "react";
import { DayPicker, type Matcher } from "react-day-picker";
import { enGB, ru } from "react-day-picker/locale";
import type { Day, Period } from "./dates";

const arrow =
  "hit inline-grid size-7 place-items-center rounded-md text-fg-3 hover:bg-hover hover:text-fg [&_svg]:size-4 [&_svg]:fill-current";
const classNames = {
  months: "relative",
  month_caption: "flex h-7 items-center px-1.5 font-semibold capitalize",
  nav: "absolute top-0 right-0 flex",
  button_previous: arrow,
  button_next: arrow,
  weekday: "h-7 w-9 text-xs font-normal text-fg-3",
  day: "p-0 text-center",
  day_button: "tnum size-9 rounded-md hover:bg-hover",
  selected: "[&>button]:bg-accent! [&>button]:text-on-accent [&>button]:font-semibold",
  range_middle: "bg-accent-soft [&>button]:bg-transparent! [&>button]:text-accent-text! [&>button]:font-normal!",
  range_start: "bg-accent-soft rounded-l-md",
  range_end: "bg-accent-soft rounded-r-md",
  today: "[&>button]:font-semibold [&>button]:text-accent-text",
  outside: "opacity-45",
  disabled: "opacity-35",
  month_grid: "mt-1 border-collapse",
};

// A day is a day: local noon of it, so that no zone moves it over midnight.
const toDate = (day: Day) => new Date(`${day}T12:00:00`);
const toDay = (date: Date): Day =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
const locale = () => (language() === "en" ? enGB : ru);
const today = () => toDate(isoDate(new Date()));

type Props = { value: Day | null; onChange: (day: Day) => void; min?: Day | undefined; max?: Day | undefined };

export default function Calendar({ value, onChange, min, max }: Props) {
  const disabled: Matcher[] = [...(min ? [{ before: toDate(min) }] : []), ...(max ? [{ after: toDate(max) }] : [])];
  return (
    <DayPicker
      mode="single"
      required
      selected={value ? toDate(value) : undefined}
      defaultMonth={value ? toDate(value) : today()}
      onSelect={(date) => onChange(toDay(date))}
      today={today()}
      disabled={disabled}
      locale={locale()}
      showOutsideDays
      autoFocus
      classNames={classNames}
    />
  );
}

/** Two presses: the first day and the last. */
export function RangeCalendar({ value, onChange }: { value: Period | null; onChange: (period: Period) => void }) {
  const [first, setFirst] = useState<Day>();
  const selected = first
    ? { from: toDate(first), to: toDate(first) }
    : value
      ? { from: toDate(value.from), to: toDate(value.to) }
      : undefined;
  return (
    <DayPicker
      mode="range"
      selected={selected}
      defaultMonth={value ? toDate(value.to) : today()}
      onSelect={(_range, pressed) => {
        const day = toDay(pressed);
        if (!first) {
          setFirst(day);
          return;
        }
        setFirst(undefined);
        onChange(first <= day ? { from: first, to: day } : { from: day, to: first });
      }}
      today={today()}
      locale={locale()}
      showOutsideDays
      autoFocus
      classNames={classNames}
    />
  );
}
