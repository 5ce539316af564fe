import { dateTime, useTranslation } from "@orbita/i18n";
import { EmptyState, ErrorBox, SkeletonRows, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { marksQuery } from "./queries";

/** What the client marked in the cabinet, in the order of the plan. */
export default function Marks({ id }: { id: number }) {
  const { t } = useTranslation("programs");
  const { data, error, refetch } = useQuery(marksQuery(id));
  if (error) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <SkeletonRows rows={6} />;
  }
  if (data.items.length === 0) {
    return <EmptyState icon={ListChecks} title={t("noMarks")} hint={t("noMarksHint")} />;
  }
  return (
    <ul className="min-h-0 flex-1 divide-y divide-line overflow-y-auto px-4 py-1 max-md:px-3">
      {data.items.map((mark) => (
        <li key={`${mark.key} ${mark.set}`} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-2">
          <span className="min-w-0 flex-1 basis-60">
            <span className="font-medium">{mark.exercise}</span>
            <span className="tnum block text-xs text-fg-2">
              {t("weekNumber", { number: mark.week })}, {t("dayNumber", { number: mark.day }).toLowerCase()} ·{" "}
              {t("markSet")} {mark.set}
            </span>
          </span>
          <span className="tnum">{[mark.weight, mark.reps].filter((each) => each != null).join(" × ") || "—"}</span>
          <Tag hue={mark.done ? "green" : "gray"}>{t(mark.done ? "markDone" : "markSkipped")}</Tag>
          <span className="text-xs text-fg-2">{dateTime(mark.at)}</span>
        </li>
      ))}
    </ul>
  );
}
