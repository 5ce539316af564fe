import { number, useTranslation } from "@orbita/i18n";
import { LineChart } from "@orbita/ui/charts";
import { usePeriodWords } from "./periods";
import type { Series } from "./queries";

/** One measure from period to period. */
export default function CourseChart({ series }: { series: Series }) {
  const { t } = useTranslation("progress");
  const period = usePeriodWords();
  const title = t(`measures.${series.measure}`);
  const unit = t(series.unit === "kg" ? "kg" : "cm");
  return (
    <LineChart
      title={title}
      points={series.points.map((point) => ({ x: point.period, value: point.value }))}
      series={[{ key: "value", label: title }]}
      format={(value) => `${number(value, 1)} ${unit}`}
      formatX={period}
    />
  );
}
