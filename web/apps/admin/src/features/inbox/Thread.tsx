import { day, isoDate, useTranslation } from "@orbita/i18n";
import { Button, ErrorBox, IconButton, SkeletonRows, Tag } from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowLeft, UserRound } from "lucide-react";
import { Fragment, useEffect, useMemo } from "react";
import { usePeek } from "@/app/peek";
import { useNameOfStaff } from "@/lib/staff";
import { Composer } from "./Composer";
import { Line } from "./Line";
import { type Conversation, threadQuery, useHandBack, useRead, useTake } from "./queries";
import { ScheduledStrip } from "./ScheduledStrip";
import { nameOf } from "./words";

type Props = {
  id: number;
  talk: Conversation | undefined;
  /** Who answers instead of the bot, by name. */
  takenBy: string | undefined;
  onBack?: () => void;
};

export function Thread({ id, talk, takenBy, onBack }: Props) {
  const { t } = useTranslation("inbox");
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    threadQuery(id),
  );
  const said = useMemo(() => (data?.pages.flatMap((page) => page.items) ?? []).reverse(), [data]);
  const newest = said.at(-1)?.id;
  const unread = (talk?.unread ?? 0) > 0;
  const { mutate: read } = useRead();
  const nameOfStaff = useNameOfStaff();
  useEffect(() => {
    if (unread && newest !== undefined) {
      read({ id, upTo: newest });
    }
  }, [id, unread, newest, read]);

  return (
    <section aria-label={t("thread")} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Header id={id} talk={talk} takenBy={takenBy} {...(onBack && { onBack })} />
      {/* Turned upside down by the style: a browser then keeps the newest in sight, and a reader of old lines where they are. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it is scrolled only when it has the focus */}
      <div tabIndex={0} className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto px-4 py-3">
        {error && !data ? (
          <ErrorBox error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <SkeletonRows rows={6} />
        ) : said.length === 0 ? (
          <p className="m-auto text-fg-3">{t("silent")}</p>
        ) : (
          <ol className="flex flex-col gap-2" aria-live="polite">
            {hasNextPage && (
              <li className="text-center">
                <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t("earlier")}
                </Button>
              </li>
            )}
            {said.map((message, i) => {
              const before = said[i - 1];
              return (
                <Fragment key={message.id}>
                  {(!before || isoDate(before.said_at) !== isoDate(message.said_at)) && (
                    <li className="py-1 text-center text-xs text-fg-3">{day(message.said_at, new Date(), false)}</li>
                  )}
                  <Line message={message} staff={nameOfStaff(message.staff_id)} />
                </Fragment>
              );
            })}
          </ol>
        )}
      </div>
      {talk?.client && <ScheduledStrip client={talk.client.id} />}
      {!(error && !data) && <Composer id={id} talk={talk} />}
    </section>
  );
}

function Header({ id, talk, takenBy, onBack }: Props) {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const take = useTake();
  const handBack = useHandBack();
  const peek = usePeek();
  const client = talk?.client?.id;
  const taken = talk?.taken_by !== undefined;
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-2 border-b border-line px-4 py-1.5 max-md:px-2">
      {onBack && (
        <IconButton label={c("back")} onClick={onBack}>
          <ArrowLeft aria-hidden />
        </IconButton>
      )}
      <h2 className="min-w-0 flex-1 truncate text-base font-semibold">{talk && nameOf(talk)}</h2>
      {client !== undefined && (
        <span className="xl:hidden">
          <IconButton label={t("peek")} onClick={() => peek.open(client)}>
            <UserRound aria-hidden />
          </IconButton>
        </span>
      )}
      {talk && (
        <div className="flex min-w-0 shrink-0 items-center gap-2">
          <Tag hue={taken ? "green" : "gray"} className="max-sm:hidden">
            {taken ? t("byHuman", { name: takenBy ?? t("colleague") }) : t("byBot")}
          </Tag>
          {taken ? (
            <Button busy={handBack.isPending} onClick={() => handBack.mutate(id)}>
              {t("handBack")}
            </Button>
          ) : (
            <Button busy={take.isPending} onClick={() => take.mutate(id)}>
              {t("take")}
            </Button>
          )}
        </div>
      )}
    </header>
  );
}
