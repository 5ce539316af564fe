import type { ReactNode } from "react";

/** What switches and boxes have in common. */
export type OnOff = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Keeps the label for screen readers only. */
  quiet?: boolean;
  name?: string;
};

export const box =
  "hit mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm bg-raised text-on-accent shadow-[inset_0_0_0_1px_var(--line-3)] data-[checked]:bg-accent data-[checked]:shadow-none data-[indeterminate]:bg-accent data-[indeterminate]:shadow-none data-[disabled]:opacity-50";

/** A control with its words beside it. */
export function Words({
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
