import { time as clock, useTranslation } from "@orbita/i18n";
import { Bot, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Avatar } from "./display";

/** A feed by days. */
export function Timeline({ children }: { children: ReactNode }) {
  return <ol className="relative pb-10">{children}</ol>;
}

export function TimelineDay({ label }: { label: string }) {
  return (
    <li className="flex items-center gap-3 pt-3 pb-2 text-xs font-medium text-fg-3">
      <h3>{label}</h3>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </li>
  );
}

type ItemProps = {
  /** A person speaks: their name makes the avatar. */
  who?: string;
  /** Something happened: its icon. */
  icon?: LucideIcon;
  iconClass?: string;
  title: ReactNode;
  /** Beside the title, quieter. */
  meta?: ReactNode;
  at: string;
  /** By the system and not by a person. */
  auto?: boolean;
  /** The last of its day: no line goes on. */
  last?: boolean;
  children?: ReactNode;
};

export function TimelineItem({ who, icon: Icon, iconClass, title, meta, at, auto, last, children }: ItemProps) {
  const { t } = useTranslation("common");
  return (
    <li className={cn("relative flex gap-3", who ? "pb-4" : "pb-3.5")}>
      {!last && <span aria-hidden className="absolute top-7 bottom-0 left-[11.5px] w-px bg-line" />}
      {who ? (
        <Avatar name={who} size={24} />
      ) : (
        <span className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-fg-3">
          {Icon && <Icon aria-hidden className={cn("size-3.5", iconClass)} strokeWidth={1.75} />}
        </span>
      )}
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 items-start gap-3">
          <div className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-1.5 gap-y-0.5">
            <span className="font-medium">{title}</span>
            {(meta || auto) && (
              <span className="inline-flex items-center gap-1 text-xs text-fg-3">
                {meta}
                {auto && <Bot role="img" aria-label={t("automatic")} className="size-3.5" />}
              </span>
            )}
          </div>
          <time dateTime={at} className="tnum ml-auto shrink-0 text-xs leading-6 text-fg-3">
            {clock(at)}
          </time>
        </div>
        {children}
      </div>
    </li>
  );
}

/** What was said: theirs on grey, ours on the accent, a note on amber. */
export function Bubble({ tone, children }: { tone: "theirs" | "ours" | "note"; children: ReactNode }) {
  return (
    <div
      className={cn(
        "mt-1 max-w-[62ch] rounded-lg px-3 py-2 text-base break-words whitespace-pre-wrap",
        tone === "note" ? "bg-warn-soft" : tone === "ours" ? "bg-accent-soft" : "bg-sunken",
      )}
    >
      {children}
    </div>
  );
}
