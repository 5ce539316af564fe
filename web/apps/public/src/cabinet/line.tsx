const WIDTH = 320;
const HEIGHT = 120;
const EDGE = 8;

/** A line over equal steps; the figures stand in the table below it. */
export function Line({ values, label }: { values: readonly number[]; label: string }) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || 1;
  const at = (value: number, index: number): [number, number] => [
    EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, values.length - 1),
    HEIGHT - EDGE - ((value - low) * (HEIGHT - 2 * EDGE)) / span,
  ];
  const points = values.map(at);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="mt-4 w-full overflow-visible">
      <title>{label}</title>
      <path
        d={`M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      {points.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="3.5" fill="var(--accent)" stroke="var(--raised)" strokeWidth="2" />
      ))}
    </svg>
  );
}
