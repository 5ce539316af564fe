import { useTranslation } from "@orbita/i18n";

export const periods = ["before", ...Array.from({ length: 12 }, (_, i) => `week_${i + 1}`), "after"];

/** «До», «Неделя 3», «После». */
export function usePeriodWords(): (period: string) => string {
  const { t } = useTranslation("progress");
  return (period) => {
    const [, week] = /^week_(\d+)$/.exec(period) ?? [];
    return week ? t("week", { number: Number(week) }) : t(period === "after" ? "after" : "before");
  };
}
