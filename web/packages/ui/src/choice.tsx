import { Radio as R } from "@base-ui/react/radio";
import { RadioGroup as G } from "@base-ui/react/radio-group";
import { useId } from "react";
import { cn } from "./cn";
import { box, Words } from "./labelled";
import type { Option } from "./segmented";

/** One of a few, all of them seen. */
export function RadioGroup<T extends string>({
  value,
  onChange,
  options,
  label,
  className,
}: {
  value: T | undefined;
  onChange: (value: T) => void;
  options: Option<T>[];
  label: string;
  className?: string;
}) {
  const id = useId();
  return (
    <G
      value={value ?? ""}
      onValueChange={(next) => onChange(next as T)}
      aria-label={label}
      className={cn("flex flex-col gap-2", className)}
    >
      {options.map((option) => (
        <Words key={option.value} id={`${id}-${option.value}`} label={option.label} hint={option.hint}>
          <R.Root
            id={`${id}-${option.value}`}
            value={option.value}
            disabled={option.disabled}
            className={cn(box, "rounded-full")}
          >
            <R.Indicator className="size-1.5 rounded-full bg-on-accent data-[unchecked]:hidden" />
          </R.Root>
        </Words>
      ))}
    </G>
  );
}
