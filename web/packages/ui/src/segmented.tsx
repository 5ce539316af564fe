import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type Option<T extends string> = {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  icon?: ReactNode;
};

/** One of two to five short words in a row: a view, a period. */
export function Segmented<T extends string>({
  value,
  onChange,
  options,
  label,
  className,
}: {
  value: T;
  onChange: (value: T) => void;
  options: Option<T>[];
  label: string;
  className?: string;
}) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => next && onChange(next as T)}
      className={cn("flex shrink-0 rounded-md bg-sunken p-0.5 shadow-[inset_0_0_0_1px_var(--line)]", className)}
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className="hit flex h-6 min-w-0 flex-1 items-center justify-center gap-1.5 rounded px-2.5 text-sm font-medium whitespace-nowrap text-fg-3 hover:text-fg data-[pressed]:bg-raised data-[pressed]:text-fg data-[pressed]:shadow-card touch:h-9 [&_svg]:size-4"
        >
          {option.icon}
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
