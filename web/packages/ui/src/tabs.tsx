import { Tabs as T } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn";

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
