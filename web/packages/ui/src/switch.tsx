import { Switch as S } from "@base-ui/react/switch";
import { useId } from "react";
import { cn } from "./cn";
import type { OnOff } from "./labelled";

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
