import { NumberField as N } from "@base-ui/react/number-field";
import { fromKopecks, toKopecks, useTranslation } from "@orbita/i18n";
import { Minus, Plus } from "lucide-react";
import { cn } from "./cn";
import { controlClass, useField } from "./field";

type NumberProps = {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  steppers?: boolean;
  disabled?: boolean;
  format?: Intl.NumberFormatOptions;
  placeholder?: string;
  className?: string;
  name?: string;
  onBlur?: () => void;
};

/** A number with steps by arrows; `unit` stands after it. */
export function NumberField({
  value,
  onChange,
  unit,
  steppers = true,
  className,
  placeholder,
  onBlur,
  ...rest
}: NumberProps) {
  const { t, i18n } = useTranslation("common");
  const field = useField();
  const step =
    "grid w-7 shrink-0 place-items-center text-fg-3 hover:bg-hover hover:text-fg touch:w-11 [&_svg]:size-3.5";
  return (
    <N.Root
      id={field.id}
      value={value}
      onValueChange={onChange}
      locale={i18n.language}
      className={cn("w-full", className)}
      {...rest}
    >
      <N.Group
        className={cn(
          controlClass,
          "flex items-stretch overflow-hidden p-0 focus-within:shadow-[0_0_0_2px_var(--ring)]",
          field["aria-invalid"] && "shadow-[0_0_0_1px_var(--danger)]",
        )}
      >
        <N.Input
          aria-describedby={field["aria-describedby"]}
          aria-invalid={field["aria-invalid"]}
          placeholder={placeholder}
          onBlur={onBlur}
          className="tnum min-w-0 flex-1 bg-transparent px-2.5 outline-none placeholder:text-fg-3"
        />
        {unit && <span className="self-center pr-2.5 text-fg-3">{unit}</span>}
        {steppers && (
          <>
            <N.Decrement aria-label={t("less")} className={cn(step, "border-l border-line")}>
              <Minus />
            </N.Decrement>
            <N.Increment aria-label={t("more")} className={cn(step, "border-l border-line")}>
              <Plus />
            </N.Increment>
          </>
        )}
      </N.Group>
    </N.Root>
  );
}

/** Money as the API takes it, «2990.00»; shown as «2 990 ₽». */
export function MoneyInput({
  value,
  onChange,
  ...rest
}: Omit<NumberProps, "value" | "onChange" | "format" | "unit"> & {
  value: string | null;
  onChange: (amount: string | null) => void;
}) {
  return (
    <NumberField
      value={value == null || value === "" ? null : toKopecks(value) / 100}
      onChange={(units) => onChange(units == null ? null : fromKopecks(Math.round(units * 100)))}
      min={0}
      max={999_999_999}
      steppers={false}
      unit="₽"
      format={{ maximumFractionDigits: 2 }}
      {...rest}
    />
  );
}
