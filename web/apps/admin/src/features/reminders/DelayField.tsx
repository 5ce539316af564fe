import { useTranslation } from "@orbita/i18n";
import { Field, Input, NumberField, Select } from "@orbita/ui";
import { readDelay, type Unit, writeDelay } from "./delay";

const most: Record<Unit, number> = { minutes: 59, hours: 23, days: 366 };

type Props = {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
  error?: string | undefined;
};

/** «2 часа»; what has several parts («P1DT2H») is kept as it is written. */
export function DelayField({ label, value, onChange, error }: Props) {
  const { t } = useTranslation("reminders");
  const delay = readDelay(value ?? "P1D");
  if (!delay) {
    return (
      <Field label={label} error={error}>
        <Input value={value} maxLength={20} onChange={(event) => onChange(event.target.value)} />
      </Field>
    );
  }
  const put = (count: number, unit: Unit) => onChange(writeDelay({ count: Math.min(count, most[unit]), unit }));
  return (
    <div className="grid grid-cols-2 items-start gap-2">
      <Field label={label} error={error}>
        <NumberField
          value={delay.count}
          onChange={(count) => put(count ?? 1, delay.unit)}
          min={1}
          max={most[delay.unit]}
          steppers={false}
        />
      </Field>
      <Field label={t("unitLabel")}>
        <Select
          value={delay.unit}
          onChange={(unit) => put(delay.count, unit as Unit)}
          options={(["minutes", "hours", "days"] as const).map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        />
      </Field>
    </div>
  );
}
