import { date, money, useTranslation } from "@orbita/i18n";
import { BarChart } from "@orbita/ui/charts";
import { useMe } from "@/app/session";
import { bare } from "./figures";
import type { Report } from "./queries";

/** What came in and what went back, step by step of the period. */
export default function RevenueChart({ report }: { report: Report }) {
  const { t } = useTranslation("analytics");
  const { currency } = useMe().business;
  const title = (key: string) => report.definitions.find((each) => each.key === key)?.title ?? key;
  return (
    <BarChart
      title={t("tabs.revenue")}
      points={report.rows.map(({ key, values }) => ({
        x: key,
        revenue: bare(values.revenue),
        refunds: bare(values.refunds),
      }))}
      series={[
        { key: "revenue", label: title("revenue") },
        { key: "refunds", label: title("refunds"), color: "var(--danger)" },
      ]}
      format={(value) => money({ amount: String(value), currency })}
      formatX={(x) => (/^\d{4}-\d{2}-\d{2}$/.test(x) ? date(x) : x)}
    />
  );
}
