import { Popover as P } from "@base-ui/react/popover";
import { date as shown, useTranslation } from "@orbita/i18n";
import { CalendarDays, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { controlClass, Input, useField } from "./field";
import { popupClass } from "./popup";

const Calendar = lazy(() => import("./calendar"));
const RangeCalendar = lazy(() => import("./calendar").then((module) => ({ default: module.RangeCalendar })));

/** A day without a time, «2026-11-30». */
export type Day = string;

type DateProps = {
  value: Day | null;
  onChange: (day: Day | null) => void;
  min?: Day;
  max?: Day;
  clearable?: boolean;
  disabled?: boolean;
  label?: string;
  placeholder?: string;
  className?: string;
};

const triggerClass = cn(
  controlClass,
  "flex items-center gap-2 text-left data-[popup-open]:shadow-[0_0_0_2px_var(--ring)]",
);
const holder = <span className="block h-72 w-64" />;

/** A day from a calendar. */
export function DatePicker({
  value,
  onChange,
  min,
  max,
  clearable,
  disabled,
  label,
  placeholder,
  className,
}: DateProps) {
  const { t } = useTranslation("common");
  const [open, setOpen] = useState(false);
  const field = useField();
  return (
    <P.Root open={open} onOpenChange={setOpen}>
      <span className={cn("relative block", className)}>
        <P.Trigger {...field} aria-label={label} disabled={disabled} className={triggerClass}>
          <CalendarDays aria-hidden className="size-4 shrink-0 text-fg-3" />
          <span className={cn("tnum truncate", !value && "text-fg-3")}>
            {value ? shown(value) : (placeholder ?? t("chooseDate"))}
          </span>
        </P.Trigger>
        {clearable && value && (
          <button
            type="button"
            aria-label={t("clear")}
            onClick={() => onChange(null)}
            className="hit absolute inset-y-0 right-1.5 my-auto grid size-6 place-items-center rounded text-fg-3 hover:text-fg"
          >
            <X className="size-3.5" />
          </button>
        )}
      </span>
      <P.Portal>
        <P.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-60">
          <P.Popup aria-label={label ?? t("chooseDate")} className={cn(popupClass, "rounded-xl p-3")}>
            <Suspense fallback={holder}>
              <Calendar
                value={value}
                min={min}
                max={max}
                onChange={(day) => {
                  onChange(day);
                  setOpen(false);
                }}
              />
            </Suspense>
          </P.Popup>
        </P.Positioner>
      </P.Portal>
    </P.Root>
  );
}

export type Period = { from: Day; to: Day };

/** Two days, both of them within the period. */
export function DateRangePicker({
  value,
  onChange,
  presets = [],
  label,
  className,
}: {
  value: Period | null;
  onChange: (period: Period) => void;
  presets?: { label: string; period: Period }[];
  label?: string;
  className?: string;
}) {
  const { t } = useTranslation("common");
  const [open, setOpen] = useState(false);
  const field = useField();
  const take = (period: Period) => {
    onChange(period);
    setOpen(false);
  };
  return (
    <P.Root open={open} onOpenChange={setOpen}>
      <P.Trigger {...field} aria-label={label} className={cn(triggerClass, "w-auto", className)}>
        <CalendarDays aria-hidden className="size-4 shrink-0 text-fg-3" />
        <span className={cn("tnum whitespace-nowrap", !value && "text-fg-3")}>
          {value
            ? value.from === value.to
              ? shown(value.from)
              : `${shown(value.from)} – ${shown(value.to)}`
            : t("choosePeriod")}
        </span>
      </P.Trigger>
      <P.Portal>
        <P.Positioner sideOffset={6} align="end" collisionPadding={8} className="z-60">
          <P.Popup
            aria-label={label ?? t("choosePeriod")}
            className={cn(popupClass, "flex gap-3 rounded-xl p-3 max-sm:flex-col")}
          >
            {presets.length > 0 && (
              <ul className="flex flex-col gap-0.5 border-line sm:border-r sm:pr-3">
                {presets.map((preset) => (
                  <li key={preset.label}>
                    <Button variant="ghost" className="w-full justify-start" onClick={() => take(preset.period)}>
                      {preset.label}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            <Suspense fallback={holder}>
              <RangeCalendar value={value} onChange={take} />
            </Suspense>
          </P.Popup>
        </P.Positioner>
      </P.Portal>
    </P.Root>
  );
}

/** Hours and minutes, «14:05», by the browser's own control: it knows keys and fingers best. */
export function TimeInput({
  value,
  onChange,
  className,
  step = 300,
}: {
  value: string;
  onChange: (time: string) => void;
  className?: string;
  step?: number;
}) {
  const { t } = useTranslation("common");
  const field = useField();
  return (
    <Input
      type="time"
      step={step}
      aria-label={field.id ? undefined : t("time")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cn(
        "tnum w-28 [&::-webkit-calendar-picker-indicator]:opacity-50 dark:[&::-webkit-calendar-picker-indicator]:invert",
        className,
      )}
    />
  );
}

/** A day and a time of the business's clock, «2026-11-30T14:05». */
export function DateTimePicker({
  value,
  onChange,
  ...rest
}: Omit<DateProps, "value" | "onChange"> & { value: string | null; onChange: (moment: string | null) => void }) {
  const [day = "", time = ""] = (value ?? "").split("T");
  return (
    <div className="flex gap-2">
      <DatePicker
        {...rest}
        className="flex-1"
        value={day || null}
        onChange={(next) => onChange(next ? `${next}T${time || "10:00"}` : null)}
      />
      <TimeInput value={time} onChange={(next) => day && onChange(`${day}T${next}`)} />
    </div>
  );
}
