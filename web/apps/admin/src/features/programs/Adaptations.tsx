import { dateTime, useTranslation } from "@orbita/i18n";
import { Button, EmptyState, ErrorBox, SkeletonRows, Tag, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { Changes } from "./Changes";
import { adaptationsQuery, useTell } from "./queries";

/** What the client said of each week, and what it does to the plan. */
export default function Adaptations({ id }: { id: number }) {
  const { t } = useTranslation("programs");
  const { data, error, refetch } = useQuery(adaptationsQuery(id));
  const tell = useTell(id);
  if (error) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <SkeletonRows rows={4} />;
  }
  if (data.items.length === 0) {
    return <EmptyState icon={Activity} title={t("noReports")} hint={t("noReportsHint")} />;
  }
  const decide = (verb: "apply" | "decline", week: number) =>
    tell.mutate(
      { do: verb, week },
      { onSuccess: () => toast.done({ title: t(verb === "apply" ? "applied" : "declined", { number: week }) }) },
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4 max-md:p-3">
      {data.items.map((each) => (
        <section key={each.week} className="rounded-lg bg-raised p-4 shadow-card">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="text-base font-semibold">{t("weekNumber", { number: each.week })}</h2>
            <Tag hue={each.outcome === "done" ? "green" : each.outcome === "pain" ? "red" : "amber"}>
              {t(`outcome.${each.outcome}`)}
            </Tag>
            <span className="text-xs text-fg-2">
              {t(`adaptation.${each.state as "proposed"}`, { defaultValue: each.state })} · {dateTime(each.reported_at)}
            </span>
            {each.state === "proposed" && (
              <span className="ml-auto flex gap-2">
                <Button busy={tell.isPending} onClick={() => decide("decline", each.week)}>
                  {t("decline")}
                </Button>
                <Button variant="primary" busy={tell.isPending} onClick={() => decide("apply", each.week)}>
                  {t("apply")}
                </Button>
              </span>
            )}
          </div>
          {each.reasons.map((reason) => (
            <p key={reason} className="mt-1 text-fg-2">
              {reason}
            </p>
          ))}
          {each.cells.length > 0 && (
            <div className="mt-2">
              <Changes cells={each.cells} />
            </div>
          )}
        </section>
      ))}
    </div>
  );
}
