import { ago, useTranslation } from "@orbita/i18n";
import {
  Avatar,
  Badge,
  Button,
  ButtonLink,
  cn,
  EmptyState,
  ErrorBox,
  NoResults,
  PageHeader,
  SearchInput,
  Segmented,
  SkeletonRows,
  useNarrow,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useMemo } from "react";
import { useHotkey } from "@/app/hotkeys";
import { usePeek } from "@/app/peek";
import { id, oneOf, text, useSearchState } from "@/lib/search-state";
import { type Conversation, conversationsQuery, useHandBack } from "./queries";
import { Thread } from "./Thread";

const search = { show: oneOf(["all", "mine", "unanswered", "bot"]), q: text(), open: id() };
const none: Conversation[] = [];

export function InboxPage() {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const [{ show, q, open }, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    conversationsQuery(show, q),
  );
  const all = useMemo(() => data?.pages.flatMap((page) => page.items) ?? none, [data]);
  const at = all.findIndex((each) => each.id === open);
  const shown = all[at];
  const narrow = useNarrow();
  const handBack = useHandBack();
  const go = (step: 1 | -1) => {
    const next = at < 0 ? all[0] : all[at + step];
    if (next) {
      set({ open: next.id });
    }
  };
  useHotkey("J", t("next"), () => go(1));
  useHotkey("K", t("previous"), () => go(-1));
  useHotkey("E", t("handBackNext"), () => shown && handBack.mutate(shown.id, { onSuccess: () => go(1) }), {
    enabled: shown !== undefined,
  });

  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={t("title")} />
      <div className="flex min-h-0 flex-1">
        <section
          aria-label={t("list")}
          className={cn(
            "flex min-h-0 shrink-0 flex-col border-r border-line",
            narrow ? "w-full border-r-0" : "w-80",
            narrow && open !== undefined && "hidden",
          )}
        >
          <div className="flex flex-col gap-2 border-b border-line p-3">
            <SearchInput value={q} onChange={(next) => set({ q: next })} />
            <Segmented
              label={t("show")}
              value={show}
              onChange={(next) => set({ show: next })}
              options={(["all", "mine", "unanswered", "bot"] as const).map((value) => ({ value, label: t(value) }))}
            />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            {error ? (
              <ErrorBox error={error} onRetry={() => void refetch()} />
            ) : isPending ? (
              <SkeletonRows rows={8} />
            ) : all.length === 0 ? (
              show !== "all" || q ? (
                <NoResults onReset={reset} />
              ) : (
                <EmptyState icon={MessagesSquare} title={t("empty")} hint={t("emptyHint")} />
              )
            ) : (
              <ul>
                {all.map((each) => (
                  <li key={each.id}>
                    <Row
                      talk={each}
                      open={each.id === open}
                      onOpen={() => set({ open: each.id }, { replace: !narrow })}
                    />
                  </li>
                ))}
              </ul>
            )}
            {hasNextPage && (
              <Button className="m-3" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {c("loadMore")}
              </Button>
            )}
          </div>
        </section>
        {open === undefined ? (
          !narrow && (
            <div className="grid flex-1 place-items-center">
              <EmptyState icon={MessagesSquare} title={t("choose")} hint={t("chooseHint")} />
            </div>
          )
        ) : (
          <Thread key={open} id={open} talk={shown} {...(narrow && { onBack: () => set({ open: undefined }) })} />
        )}
        {!narrow && shown?.client && <About talk={shown} />}
      </div>
    </div>
  );
}

function Row({ talk, open, onOpen }: { talk: Conversation; open: boolean; onOpen: () => void }) {
  const { t } = useTranslation("inbox");
  const waits = talk.last?.direction === "in" && talk.last.author === "client";
  return (
    <button
      type="button"
      aria-current={open || undefined}
      onClick={onOpen}
      className={cn(
        "flex w-full items-start gap-2.5 border-b border-line px-3 py-2.5 text-left hover:bg-sunken",
        open && "bg-accent-soft",
      )}
    >
      <Avatar name={nameOf(talk)} size={28} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cn("truncate", talk.unread > 0 ? "font-semibold" : "font-medium")}>{nameOf(talk)}</span>
          <span className={cn("ml-auto shrink-0 text-xs", waits ? "text-warn" : "text-fg-3")}>
            {ago(talk.last_message_at)}
          </span>
        </span>
        <span className="flex items-center gap-2 text-xs text-fg-3">
          <span className="truncate">
            {t(`channel.${channelOf(talk.channel)}`)}
            {talk.last?.text && ` · ${talk.last.text}`}
          </span>
          {talk.unread > 0 && (
            <span className="ml-auto">
              <Badge strong label={t("unread", { count: talk.unread })}>
                {talk.unread}
              </Badge>
            </span>
          )}
        </span>
      </span>
    </button>
  );
}

function About({ talk }: { talk: Conversation }) {
  const { t } = useTranslation("inbox");
  const peek = usePeek();
  const client = talk.client;
  return (
    client && (
      <aside
        aria-label={t("client")}
        className="hidden w-64 shrink-0 flex-col gap-3 overflow-y-auto border-l border-line p-4 xl:flex"
      >
        <div className="flex items-center gap-2.5">
          <Avatar name={client.name} size={36} />
          <h2 className="min-w-0 font-semibold break-words">{client.name}</h2>
        </div>
        <p className="text-xs text-fg-3">
          {t(`channel.${channelOf(talk.channel)}`)} · {t(talk.taken_by === undefined ? "byBot" : "byHuman")}
        </p>
        <Button onClick={() => peek.open(client.id)}>{t("peek")}</Button>
        <ButtonLink to={`/clients/${client.id}`}>{t("card")}</ButtonLink>
      </aside>
    )
  );
}

export const nameOf = (talk: Conversation): string => talk.client?.name || talk.title;

const channels = ["sandbox", "telegram", "vk", "site", "email", "sms"] as const;
export const channelOf = (channel: string) => channels.find((each) => each === channel) ?? "other";
