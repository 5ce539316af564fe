import { useTranslation } from "@orbita/i18n";
import { Button, ButtonLink, Callout, cn, ErrorBox, Meter, SkeletonRows, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Check, Circle } from "lucide-react";
import { wordsOf } from "../queries";
import { placeOf, type Step, setUpQuery, useCheck } from "./queries";

/** What has to be set up before work begins: each step is done where it belongs and tried here. */
export default function SetUpList() {
  const { t } = useTranslation("start");
  const { data, error, refetch } = useQuery(setUpQuery);
  if (!data) {
    return error ? (
      <ErrorBox error={error} onRetry={() => void refetch()} className="mx-0" />
    ) : (
      <SkeletonRows rows={7} />
    );
  }
  const done = data.filter((step) => step.done).length;
  const next = data.find((step) => !step.done && !step.optional);
  return (
    <section aria-label={t("setup.title")}>
      <div className="mb-3 flex items-center gap-3">
        <div className="w-40 max-w-full">
          <Meter share={data.length ? done / data.length : 0} label={t("setup.progress")} />
        </div>
        <p className="tnum text-fg-3">{t("setup.done", { done, all: data.length })}</p>
      </div>
      <ol className="divide-y divide-line rounded-lg bg-raised shadow-card">
        {data.map((step) => (
          <Row key={step.step} step={step} next={step === next} />
        ))}
      </ol>
      {!next && <Callout tone="ok" className="mt-3" title={t("setup.ready")} />}
    </section>
  );
}

function Row({ step: { step, done, optional }, next }: { step: Step; next: boolean }) {
  const { t } = useTranslation("start");
  const check = useCheck();
  const Glyph = done ? Check : Circle;
  return (
    <li className="flex items-start gap-3 px-4 py-3 max-sm:flex-wrap">
      <span
        className={cn(
          "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full",
          done ? "bg-ok-soft text-ok" : "text-fg-3",
        )}
      >
        <Glyph role="img" aria-label={t(done ? "setup.isDone" : "setup.notDone")} className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="flex flex-wrap items-center gap-x-2 font-medium">
          {t(`setup.step.${step}`)}
          {optional && !done && <Tag>{t("setup.optional")}</Tag>}
        </h3>
        <p className="text-fg-3">{t(`setup.why.${step}`)}</p>
        <div aria-live="polite">
          {check.data ? (
            <Callout tone={check.data.ok ? "ok" : "warn"} className="mt-2">
              {check.data.text}
            </Callout>
          ) : (
            check.error && (
              <Callout tone="danger" className="mt-2">
                {wordsOf(check.error)}
              </Callout>
            )
          )}
        </div>
      </div>
      <div className="flex shrink-0 gap-1.5 max-sm:w-full max-sm:justify-end">
        <Button
          busy={check.isPending}
          aria-label={`${t("setup.check")}: ${t(`setup.step.${step}`)}`}
          onClick={() => check.mutate(step)}
        >
          {t("setup.check")}
        </Button>
        <ButtonLink
          to={placeOf[step]}
          variant={next ? "primary" : "secondary"}
          aria-label={`${t(done ? "setup.change" : "setup.do")}: ${t(`setup.step.${step}`)}`}
        >
          {t(done ? "setup.change" : "setup.do")}
        </ButtonLink>
      </div>
    </li>
  );
}
