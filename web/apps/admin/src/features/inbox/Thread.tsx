import { day, isoDate, time, useTranslation } from "@orbita/i18n";
import { Bubble, Button, ErrorBox, IconButton, SkeletonRows, Tag } from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowLeft, Bot, Paperclip } from "lucide-react";
import { Fragment, useEffect, useMemo } from "react";
import { Composer } from "./Composer";
import { nameOf } from "./InboxPage";
import {
  type Conversation,
  linkOf,
  type Message,
  threadQuery,
  useHandBack,
  useRead,
  useRetry,
  useTake,
} from "./queries";

type Props = { id: number; talk: Conversation | undefined; onBack?: () => void };

export function Thread({ id, talk, onBack }: Props) {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    threadQuery(id),
  );
  const said = useMemo(() => (data?.pages.flatMap((page) => page.items) ?? []).reverse(), [data]);
  const newest = said.at(-1)?.id;
  const unread = (talk?.unread ?? 0) > 0;
  const { mutate: read } = useRead();
  useEffect(() => {
    if (unread && newest !== undefined) {
      read({ id, upTo: newest });
    }
  }, [id, unread, newest, read]);
  const take = useTake();
  const handBack = useHandBack();

  return (
    <section aria-label={t("thread")} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex min-h-12 items-center gap-2 border-b border-line px-4 py-1.5">
        {onBack && (
          <IconButton label={c("back")} onClick={onBack}>
            <ArrowLeft aria-hidden />
          </IconButton>
        )}
        <h2 className="min-w-0 truncate font-semibold">{talk && nameOf(talk)}</h2>
        {talk && (
          <div className="ml-auto flex shrink-0 items-center gap-2">
            <Tag hue={talk.taken_by === undefined ? "gray" : "green"}>
              {t(talk.taken_by === undefined ? "byBot" : "byHuman")}
            </Tag>
            {talk.taken_by === undefined ? (
              <Button busy={take.isPending} onClick={() => take.mutate(id)}>
                {t("take")}
              </Button>
            ) : (
              <Button busy={handBack.isPending} onClick={() => handBack.mutate(id)}>
                {t("handBack")}
              </Button>
            )}
          </div>
        )}
      </header>
      {/* Turned upside down by the style: a browser then keeps the newest in sight, and a reader of old lines where they are. */}
      <div className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto px-4 py-3">
        {error ? (
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
                  <Line message={message} />
                </Fragment>
              );
            })}
          </ol>
        )}
      </div>
      <Composer id={id} client={talk?.client?.id} reachable={talk?.reachable ?? true} />
    </section>
  );
}

function Line({ message }: { message: Message }) {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const retry = useRetry();
  const ours = message.direction !== "in";
  const failed = message.state === "failed" || message.state === "unknown" || message.uncertain;
  const state = message.uncertain ? "unknown" : stateOf(message.state);
  const openFile = async () => {
    // Opened before the answer: a window that is opened later is held for an advertisement.
    const tab = window.open("about:blank", "_blank");
    try {
      const url = await linkOf(message.id);
      if (tab) {
        tab.opener = null;
        tab.location.href = url;
      }
    } catch (error) {
      tab?.close();
      throw error;
    }
  };
  return (
    <li className={ours ? "flex flex-col items-end" : "flex flex-col items-start"}>
      <Bubble tone={ours ? "ours" : "theirs"}>
        {message.text}
        {message.document && (
          <Button onClick={() => void openFile()}>
            <Paperclip aria-hidden />
            {message.document.file_name}
          </Button>
        )}
      </Bubble>
      <div className="mt-0.5 flex items-center gap-1.5 text-xs text-fg-3">
        {message.author === "bot" && <Bot role="img" aria-label={t("byBot")} className="size-3.5" />}
        <time dateTime={message.said_at}>{time(message.said_at)}</time>
        {message.edited_at && <span>{t("edited")}</span>}
        {ours && state && <span className={failed ? "text-danger" : undefined}>{t(`state.${state}`)}</span>}
        {failed && (
          <Button busy={retry.isPending} onClick={() => retry.mutate(message.id)}>
            {c("retry")}
          </Button>
        )}
      </div>
    </li>
  );
}

const states = ["queued", "sent", "failed", "unknown"] as const;
const stateOf = (state: string | undefined) => states.find((each) => each === state);
