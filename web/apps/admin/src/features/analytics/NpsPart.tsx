import { day, number, useTranslation } from "@orbita/i18n";
import { Button, Card, EmptyState, ErrorBox, Segmented, Tag } from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquareHeart } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { groups, type NpsGroup, npsGroup, npsQuery } from "./nps";
import type { Period } from "./period";
import { Holder } from "./ReportPart";
import { SaveSheet } from "./SaveSheet";

const hues = { promoters: "green", passives: "amber", detractors: "red" } as const;

/** What clients say at the end of a programme: who they are and in which words. */
export default function NpsPart({ period }: { period: Period }) {
  const { t } = useTranslation("analytics");
  const { t: c } = useTranslation("common");
  const [group, setGroup] = useState<NpsGroup | "all">("all");
  const answers = useInfiniteQuery(npsQuery(period));
  const first = answers.data?.pages[0];
  if (answers.error) {
    return <ErrorBox error={answers.error} onRetry={() => void answers.refetch()} className="mx-0" />;
  }
  if (!first) {
    return <Holder />;
  }
  if (first.count === 0) {
    return <EmptyState icon={MessageSquareHeart} title={t("nps.empty")} hint={t("missing.nps")} />;
  }
  const items = answers.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = items.filter((each) => group === "all" || npsGroup(each.score) === group);
  return (
    <section aria-labelledby="nps-words" className="flex flex-col gap-3">
      <Card className="flex flex-wrap items-center gap-x-6 gap-y-3 p-4">
        <p className="tnum text-2xl font-semibold">
          {first.score == null ? "—" : `${first.score > 0 ? "+" : ""}${number(first.score)}`}
          <span className="pl-2 text-sm font-normal text-fg-3">{t("nps.of", { count: first.count })}</span>
        </p>
        <div
          role="img"
          aria-label={groups.map((each) => `${t(`nps.${each}`)}: ${first[each]}`).join(", ")}
          className="flex h-2 min-w-40 flex-1 gap-0.5 overflow-hidden rounded-full"
        >
          <span className="bg-ok" style={{ flexGrow: first.promoters }} />
          <span className="bg-line-3" style={{ flexGrow: first.passives }} />
          <span className="bg-danger" style={{ flexGrow: first.detractors }} />
        </div>
      </Card>
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="nps-words" className="flex-1 text-base font-semibold">
          {t("nps.answers")}
        </h2>
        <div className="max-w-full overflow-x-auto">
          <Segmented
            label={t("nps.whose")}
            value={group}
            onChange={setGroup}
            options={[
              { value: "all" as const, label: t("nps.all") },
              ...groups.map((value) => ({ value, label: `${t(`nps.${value}`)} ${number(first[value])}` })),
            ]}
          />
        </div>
        <SaveSheet
          name={`nps_${period.from}_${period.to}`}
          rows={() => [
            [t("nps.client"), t("nps.score"), t("nps.comment"), t("nps.at")],
            ...items.map((each) => [each.client_name, each.score, each.comment ?? "", each.answered_at]),
          ]}
        />
      </div>
      <ul className="divide-y divide-line rounded-lg shadow-card">
        {shown.map((each) => (
          <li key={each.id} className="flex items-start gap-3 px-3 py-2.5">
            <Tag hue={hues[npsGroup(each.score)]}>
              <span className="tnum">{each.score}</span>
            </Tag>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <Link to={`/clients/${each.client_id}`} className="hit font-medium hover:underline">
                  {each.client_name || t("noName")}
                </Link>
                <span className="text-xs text-fg-3">{day(each.answered_at)}</span>
              </p>
              {each.comment ? (
                <p className="break-words whitespace-pre-line text-fg-2">{each.comment}</p>
              ) : (
                <p className="text-fg-3">{t("nps.silent")}</p>
              )}
            </div>
          </li>
        ))}
        {shown.length === 0 && <li className="px-3 py-3 text-fg-3">{t("nps.none")}</li>}
      </ul>
      {answers.hasNextPage && (
        <div className="flex justify-center">
          <Button busy={answers.isFetchingNextPage} onClick={() => void answers.fetchNextPage()}>
            {c("loadMore")}
          </Button>
        </div>
      )}
    </section>
  );
}
