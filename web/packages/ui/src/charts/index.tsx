import { useTranslation } from "@orbita/i18n";
import { ChartLine, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
  Bar,
  CartesianGrid,
  Line,
  BarChart as RBar,
  ResponsiveContainer,
  LineChart as RLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { IconButton } from "../button";
import { EmptyState } from "../states";

export type Series = { key: string; label: string; color?: string; dashed?: boolean };
export type Point = { x: string } & Record<string, string | number | null>;

type ChartProps = {
  /** What it shows; read aloud and over the table. */
  title: string;
  points: readonly Point[];
  series: readonly Series[];
  /** How a value is written: money, a share. */
  format?: (value: number) => string;
  formatX?: (x: string) => string;
  height?: number;
  stacked?: boolean;
  /** The axis of a line begins near its lowest value instead of at zero: for a weight, which never comes near zero. */
  fit?: boolean;
  onPoint?: (x: string) => void;
  head?: ReactNode;
};

const palette = [
  "var(--accent)",
  "oklch(0.64 0.145 250)",
  "oklch(0.64 0.145 48)",
  "oklch(0.64 0.145 295)",
  "oklch(0.64 0.145 190)",
];
const colorOf = (series: Series, i: number) => series.color ?? palette[i % palette.length];
const plain = (value: number) => String(value);
const same = (x: string) => x;

function Frame({
  title,
  points,
  series,
  format = plain,
  formatX = same,
  height = 240,
  head,
  children,
}: ChartProps & { children: ReactNode }) {
  const { t } = useTranslation("common");
  const [table, setTable] = useState(false);
  if (points.length === 0) {
    return <EmptyState title={t("noData")} className="py-8" />;
  }
  return (
    <figure className="m-0">
      <figcaption className="flex min-h-8 items-center gap-3">
        <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
        {head}
        <IconButton label={table ? t("asChart") : t("asTable")} onClick={() => setTable(!table)}>
          {table ? <ChartLine /> : <Table2 />}
        </IconButton>
      </figcaption>
      {series.length > 1 && !table && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-xs text-fg-2">
          {series.map((each, i) => (
            <li key={each.key} className="inline-flex items-center gap-1.5">
              <span aria-hidden className="h-0.5 w-3 rounded-full" style={{ background: colorOf(each, i) }} />
              {each.label}
            </li>
          ))}
        </ul>
      )}
      {table ? (
        <div className="overflow-auto" style={{ maxHeight: height + 40 }}>
          <table className="tnum w-full text-sm">
            <caption className="sr-only">{`${title}. ${t("chartTable")}`}</caption>
            <thead className="sticky top-0 bg-surface text-xs text-fg-3">
              <tr>
                <th scope="col" className="py-1 text-left font-normal" />
                {series.map((each) => (
                  <th key={each.key} scope="col" className="py-1 pl-4 text-right font-normal">
                    {each.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.x} className="border-t border-line">
                  <th scope="row" className="py-1 text-left font-normal">
                    {formatX(point.x)}
                  </th>
                  {series.map((each) => (
                    <td key={each.key} className="py-1 pl-4 text-right">
                      {typeof point[each.key] === "number" ? format(point[each.key] as number) : "—"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div role="img" aria-label={`${title}. ${t("asTable")}`} style={{ height }}>
          {children}
        </div>
      )}
    </figure>
  );
}

const axis = { tickLine: false, axisLine: false, tick: { fill: "var(--fg-3)", fontSize: 11 } } as const;
const tip = {
  contentStyle: {
    background: "var(--raised)",
    border: "none",
    borderRadius: 8,
    boxShadow: "var(--sh-pop)",
    fontSize: 12,
    padding: "6px 10px",
  },
  labelStyle: { color: "var(--fg-3)" },
  itemStyle: { color: "var(--fg)", padding: 0 },
} as const;

/** A course over time. */
export function LineChart(props: ChartProps) {
  const { points, series, format = plain, formatX = same, fit } = props;
  return (
    <Frame {...props}>
      <ResponsiveContainer width="100%" height="100%">
        <RLine data={points as Point[]} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="x" tickFormatter={formatX} minTickGap={28} {...axis} />
          <YAxis domain={[fit ? "auto" : 0, "auto"]} width={56} tickFormatter={format} tickCount={5} {...axis} />
          <Tooltip
            {...tip}
            cursor={{ stroke: "var(--line-2)" }}
            formatter={(value) => format(Number(value))}
            labelFormatter={(x) => formatX(String(x))}
          />
          {series.map((each, i) => (
            <Line
              key={each.key}
              dataKey={each.key}
              name={each.label}
              stroke={colorOf(each, i)}
              strokeWidth={1.75}
              strokeDasharray={each.dashed ? "4 4" : undefined}
              dot={points.length < 3}
              activeDot={{ r: 4, stroke: "var(--surface)", strokeWidth: 2 }}
              type="monotone"
              connectNulls
              isAnimationActive={false}
            />
          ))}
        </RLine>
      </ResponsiveContainer>
    </Frame>
  );
}

/** Amounts side by side, or on top of one another. */
export function BarChart(props: ChartProps) {
  const { points, series, format = plain, formatX = same, stacked, onPoint } = props;
  return (
    <Frame {...props}>
      <ResponsiveContainer width="100%" height="100%">
        <RBar data={points as Point[]} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} barCategoryGap="28%">
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="x" tickFormatter={formatX} minTickGap={16} {...axis} />
          <YAxis width={56} tickFormatter={format} tickCount={5} {...axis} />
          <Tooltip
            {...tip}
            cursor={{ fill: "var(--hover)" }}
            formatter={(value) => format(Number(value))}
            labelFormatter={(x) => formatX(String(x))}
          />
          {series.map((each, i) => (
            <Bar
              key={each.key}
              dataKey={each.key}
              name={each.label}
              fill={colorOf(each, i)}
              stackId={stacked ? "all" : undefined}
              radius={stacked ? 0 : [3, 3, 0, 0]}
              maxBarSize={40}
              isAnimationActive={false}
              onClick={onPoint ? (bar) => onPoint(String((bar.payload as Point).x)) : undefined}
            />
          ))}
        </RBar>
      </ResponsiveContainer>
    </Frame>
  );
}
