import type { Hue } from "@orbita/api";
import { initials, useTranslation } from "@orbita/i18n";
import type { ReactNode } from "react";
import { cn } from "./cn";

const named: Hue[] = ["blue", "violet", "pink", "orange", "amber", "green", "teal", "cyan", "red"];

/** Always the same hue for the same name. */
export function hueOf(name: string): Hue {
  let hash = 7;
  for (const letter of name) {
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  }
  return named[hash % named.length] ?? "gray";
}

export function Avatar({ name, size = 22, className }: { name: string; size?: number; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "tint inline-flex shrink-0 items-center justify-center rounded-full font-semibold tracking-[-0.01em] select-none",
        `hue-${hueOf(name)}`,
        className,
      )}
      style={{ width: size, height: size, fontSize: Math.max(9, size * 0.4) }}
    >
      {initials(name)}
    </span>
  );
}

/** A word in a hue: a state, a label. The word carries the meaning, the hue only helps. */
export function Tag({ hue = "gray", children, className }: { hue?: Hue; children: ReactNode; className?: string }) {
  return (
    <span
      className={cn(
        "tint inline-flex h-5 max-w-full items-center gap-1 rounded px-1.5 text-xs font-medium whitespace-nowrap [&>svg]:size-3",
        `hue-${hue}`,
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A count in a small pill; `strong` asks for attention. */
export function Badge({ children, strong, label }: { children: ReactNode; strong?: boolean; label?: string }) {
  return (
    <span
      title={label}
      className={cn(
        "tnum inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-full px-1 text-2xs font-semibold",
        strong ? "bg-accent text-on-accent" : "bg-press text-fg-2",
      )}
    >
      {children}
    </span>
  );
}

type GlyphProps = {
  hue: Hue;
  /** From 0 (just begun) to 1 (the last open stage). */
  filled: number;
  kind?: "open" | "won" | "lost";
  size?: number;
  className?: string;
};

/** A pie that fills along the funnel, a tick for won, a cross for lost: readable without the hue. */
export function StageGlyph({ hue, filled, kind = "open", size = 14, className }: GlyphProps) {
  const round = 2 * Math.PI * 1.75;
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      className={cn("tint-fg shrink-0", `hue-${hue}`, className)}
    >
      {kind === "open" ? (
        <>
          <circle
            cx="7"
            cy="7"
            r="6"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeDasharray={filled <= 0 ? "2.2 1.57" : undefined}
          />
          {filled > 0 && (
            <circle
              cx="7"
              cy="7"
              r="1.75"
              stroke="currentColor"
              strokeWidth="3.5"
              strokeDasharray={`${Math.min(1, filled) * round} ${round * 2}`}
              transform="rotate(-90 7 7)"
            />
          )}
        </>
      ) : (
        <>
          <circle cx="7" cy="7" r="6.75" fill="currentColor" />
          <path
            d={kind === "won" ? "m4.2 7.2 1.9 1.9 3.7-4" : "m5 5 4 4m0-4-4 4"}
            stroke="var(--surface)"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
    </svg>
  );
}

/** A share of a whole, 0 to 1, as a thin bar. */
export function Meter({
  share,
  label,
  hue,
  className,
}: {
  share: number;
  label: string;
  hue?: Hue;
  className?: string;
}) {
  const part = Math.min(1, Math.max(0, share));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <meter> cannot be dressed
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(part * 100)}
      className={cn("block h-1 w-full overflow-hidden rounded-full bg-press", className)}
    >
      <span
        className={cn("block h-full rounded-full", hue ? `tint-bg hue-${hue}` : "bg-accent")}
        style={{ width: `${part * 100}%` }}
      />
    </span>
  );
}

/** A number that matters, with its change and its course. */
export function Stat({
  label,
  value,
  change,
  good,
  hint,
  href,
  children,
}: {
  label: ReactNode;
  value: ReactNode;
  /** «+12 %» against the former period. */
  change?: string | undefined;
  /** Whether the change is to be glad of; undefined when it is neither. */
  good?: boolean | undefined;
  hint?: ReactNode;
  href?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <div className="flex items-center gap-1.5 text-xs text-fg-3">
        <span className="truncate">{label}</span>
        {href}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="tnum text-xl font-semibold tracking-[-0.015em]">{value}</span>
        {change && (
          <span
            className={cn(
              "tnum text-xs font-medium",
              good === undefined ? "text-fg-3" : good ? "text-ok" : "text-danger",
            )}
          >
            {change}
          </span>
        )}
      </div>
      {hint && <div className="text-xs text-fg-3">{hint}</div>}
      {children}
    </div>
  );
}

/** A course of numbers without axes; says its ends aloud. */
export function Sparkline({
  values,
  label,
  height = 48,
  className,
}: {
  values: number[];
  label: string;
  height?: number;
  className?: string;
}) {
  const width = 280;
  if (values.length < 2) {
    return null;
  }
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || 1;
  const points = values.map(
    (value, i) => [4 + (i * (width - 8)) / (values.length - 1), 5 + ((high - value) / span) * (height - 10)] as const,
  );
  const line = points.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  const [endX, endY] = points[points.length - 1] ?? [0, 0];
  return (
    <div role="img" aria-label={label} className={cn("relative w-full", className)} style={{ height }}>
      <svg
        aria-hidden="true"
        preserveAspectRatio="none"
        viewBox={`0 0 ${width} ${height}`}
        className="block size-full overflow-visible"
      >
        <path d={`${line}L${width - 4} ${height}L4 ${height}Z`} fill="var(--accent)" fillOpacity="0.08" />
        <path
          d={line}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="1.75"
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <span
        className="absolute size-2 -translate-1/2 rounded-full bg-accent ring-2 ring-surface"
        style={{ left: `${(endX / width) * 100}%`, top: `${(endY / height) * 100}%` }}
      />
    </div>
  );
}

export type FunnelStep = { key: string; label: ReactNode; value: number; shown?: string; onClick?: () => void };

/** Steps one under the other, each as wide as its share of the first, with the conversion between. */
export function FunnelBars({ steps, format }: { steps: FunnelStep[]; format: (share: number) => string }) {
  const { t } = useTranslation("common");
  const first = steps[0]?.value || 1;
  return (
    <ol className="flex flex-col gap-1">
      {steps.map((step, i) => {
        const before = i > 0 ? steps[i - 1]?.value : undefined;
        const row = (
          <>
            <span className="w-36 shrink-0 truncate text-fg-2 max-sm:w-28">{step.label}</span>
            <span className="relative h-6 min-w-0 flex-1 overflow-hidden rounded bg-sunken">
              <span
                className="absolute inset-y-0 left-0 rounded bg-accent/25"
                style={{ width: `${Math.max(0.5, (step.value / first) * 100)}%` }}
              />
              <span className="tnum absolute inset-y-0 left-2 flex items-center text-xs font-medium">
                {step.shown ?? step.value}
              </span>
            </span>
            <span className="tnum w-12 shrink-0 text-right text-xs text-fg-3" title={t("conversion")}>
              {before ? format(step.value / before) : ""}
            </span>
          </>
        );
        return (
          <li key={step.key}>
            {step.onClick ? (
              <button
                type="button"
                onClick={step.onClick}
                className="flex w-full items-center gap-3 rounded-md px-1 py-0.5 text-left hover:bg-hover"
              >
                {row}
              </button>
            ) : (
              <div className="flex items-center gap-3 px-1 py-0.5">{row}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
