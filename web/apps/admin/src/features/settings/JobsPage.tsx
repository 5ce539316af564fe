import { api, take } from "@orbita/api";
import { dateTime, useTranslation } from "@orbita/i18n";
import { Button, EmptyState, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { jobsQuery, useWish } from "./queries";

/** Work that was given up after all its tries, and another go at it. */
export function JobsPage() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const retry = useWish((id: number) => take(api.POST("/api/jobs/{id}/retry", { params: { path: { id } } })));
  return (
    <SettingsPage title={t("nav.jobs")} hint={t("jobs.hint")}>
      <Answer of={useQuery(jobsQuery)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={CircleCheck} title={t("jobs.empty")} hint={t("jobs.emptyHint")} />
          ) : (
            <Rows label={t("nav.jobs")}>
              {items.map((job) => (
                <Row
                  key={job.id}
                  title={
                    <>
                      {job.kind} <span className="font-normal text-fg-3">{job.ref}</span>
                    </>
                  }
                  line={[dateTime(job.dead_at), t("hooks.tries", { count: job.attempts }), job.last_error]
                    .filter(Boolean)
                    .join(" · ")}
                  end={
                    <Button
                      busy={retry.isPending && retry.variables === job.id}
                      onClick={() => retry.mutate(job.id, { onSuccess: () => toast.done({ title: t("jobs.again") }) })}
                    >
                      {c("retry")}
                    </Button>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Answer>
    </SettingsPage>
  );
}
