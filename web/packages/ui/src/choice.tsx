import { Checkbox as C } from "@base-ui/react/checkbox";
import { Radio as R } from "@base-ui/react/radio";
import { RadioGroup as G } from "@base-ui/react/radio-group";
import { Switch as S } from "@base-ui/react/switch";
import { Tabs as T } from "@base-ui/react/tabs";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type OnOff = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Keeps the label for screen readers only. */
  quiet?: boolean;
  name?: string;
};

const box =
  "hit mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm bg-raised text-on-accent shadow-[inset_0_0_0_1px_var(--line-3)] data-[checked]:bg-accent data-[checked]:shadow-none data-[indeterminate]:bg-accent data-[indeterminate]:shadow-none data-[disabled]:opacity-50";

function Words({
  id,
  label,
  hint,
  quiet,
  children,
}: Pick<OnOff, "label" | "hint" | "quiet"> & { id: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2">
      {children}
      <label htmlFor={id} className={quiet ? "sr-only" : "min-w-0 select-none"}>
        <span className="block">{label}</span>
        {hint && <span className="block text-xs text-fg-3">{hint}</span>}
      </label>
    </div>
  );
}

export function Checkbox({ checked, onChange, label, hint, quiet, some, ...rest }: OnOff & { some?: boolean }) {
  const id = useId();
  return (
    <Words id={id} label={label} hint={hint} quiet={quiet}>
      <C.Root id={id} checked={checked} indeterminate={some} onCheckedChange={onChange} className={box} {...rest}>
        <C.Indicator className="grid place-items-center data-[unchecked]:hidden">
          {some ? <Minus className="size-3" strokeWidth={3} /> : <Check className="size-3" strokeWidth={3} />}
        </C.Indicator>
      </C.Root>
    </Words>
  );
}

/** On or off at once, without a button to save. */
export function Switch({ checked, onChange, label, hint, quiet, ...rest }: OnOff) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-3", !quiet && "justify-between")}>
      <label htmlFor={id} className={quiet ? "sr-only" : "min-w-0 select-none"}>
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-xs text-fg-3">{hint}</span>}
      </label>
      <S.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="hit mt-0.5 flex h-4.5 w-7.5 shrink-0 rounded-full bg-line-3 p-0.5 transition-colors duration-100 data-[checked]:bg-accent data-[disabled]:opacity-50"
        {...rest}
      >
        <S.Thumb className="size-3.5 rounded-full bg-white shadow-sm transition-transform duration-100 data-[checked]:translate-x-3 dark:data-[checked]:bg-on-accent" />
      </S.Root>
    </div>
  );
}

export type Option<T extends string> = {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  icon?: ReactNode;
};

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

/** Parts of one record. */
export function Tabs<T extends string>({
  value,
  onChange,
  tabs,
  children,
  className,
}: {
  value: T;
  onChange: (value: T) => void;
  tabs: { value: T; label: ReactNode; count?: number | undefined }[];
  /** The panel of the open tab. */
  children: ReactNode;
  className?: string;
}) {
  return (
    <T.Root
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className={cn("flex min-h-0 flex-1 flex-col", className)}
    >
      <T.List className="flex shrink-0 gap-5 overflow-x-auto border-b border-line px-4 [scrollbar-width:none]">
        {tabs.map((tab) => (
          <T.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent font-medium text-fg-3 outline-offset-[-2px] hover:text-fg data-[active]:border-fg data-[active]:text-fg touch:h-11"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="tnum rounded bg-press px-1 text-xs leading-4 font-medium text-fg-2">{tab.count}</span>
            )}
          </T.Tab>
        ))}
      </T.List>
      <T.Panel value={value} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </T.Panel>
    </T.Root>
  );
}
