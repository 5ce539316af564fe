import { day as dayWords, isoDate, useTranslation } from "@orbita/i18n";
import { Button, Chip, EmptyState, ErrorBox, SkeletonRows, Timeline, TimelineDay, useNarrow } from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { Fragment, useMemo } from "react";
import { oneOf, useSearchState } from "@/lib/search-state";
import { Composer } from "./Composer";
import { FeedLine } from "./FeedLine";
import { byDays, shows } from "./feed";
import { type Card, feedQuery } from "./queries";

const kinds = ["all", "talk", "events", "notes"] as const;
const search = { show: oneOf(kinds) };

export default function FeedTab({ card }: { card: Card }) {
  const narrow = useNarrow();
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-[720px] px-6 pt-4 max-md:px-4">
          {!narrow && <Composer id={card.id} />}
          <Feed card={card} />
        </div>
      </div>
      {narrow && <Composer id={card.id} />}
    </>
  );
}

function Feed({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const { t: c } = useTranslation("common");
  const [{ show }, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    feedQuery(card.id, show === "all" || show === "talk" ? "noise" : "ordinary"),
  );
  const lines = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const days = useMemo(
    () =>
      byDays(
        lines.filter((line) => shows(show, line)),
        (at) => isoDate(at),
      ),
    [lines, show],
  );
  return (
    <>
      <h2 className="sr-only">{t("tab.feed")}</h2>
      <fieldset className="mt-3 flex gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]">
        <legend className="sr-only">{t("filter")}</legend>
        {kinds.map((each) => (
          <Chip key={each} pressed={each === show} onClick={() => set({ show: each })}>
            {t(`show.${each}`)}
          </Chip>
        ))}
      </fieldset>
      {error && !data ? (
        <ErrorBox error={error} onRetry={() => void refetch()} className="mx-0" />
      ) : isPending ? (
        <SkeletonRows rows={6} />
      ) : lines.length === 0 && show === "all" ? (
        <EmptyState icon={MessagesSquare} title={t("feedEmpty")} hint={t("feedEmptyHint")} />
      ) : days.length === 0 ? (
        <EmptyState title={t("noneSuch")} action={<Button onClick={reset}>{c("reset")}</Button>} className="py-8" />
      ) : (
        <Timeline>
          {days.map(({ day, lines: those }) => (
            <Fragment key={day}>
              <TimelineDay label={dayWords(those[0]?.at, undefined, false)} />
              {those.map((line, i) => (
                <FeedLine key={line.id} line={line} card={card} last={i === those.length - 1} />
              ))}
            </Fragment>
          ))}
        </Timeline>
      )}
      {hasNextPage && (
        <div className="flex justify-center pb-8">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {c("loadMore")}
          </Button>
        </div>
      )}
    </>
  );
}
