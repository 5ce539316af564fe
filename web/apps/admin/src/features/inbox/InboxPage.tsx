import { useTranslation } from "@orbita/i18n";
import {
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
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { MessageSquareText, MessagesSquare } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { id, oneOf, text, useSearchState } from "@/lib/search-state";
import { useNameOfStaff } from "@/lib/staff";
import { About } from "./About";
import { ConversationRow } from "./ConversationRow";
import { type Conversation, conversationQuery, conversationsQuery, useHandBack, useTake } from "./queries";
import { Thread } from "./Thread";

const search = { show: oneOf(["all", "mine", "unanswered", "bot"]), q: text(), open: id() };
const none: Conversation[] = [];

export function InboxPage() {
  const { t } = useTranslation("inbox");
  const [{ show, q, open }, set, reset] = useSearchState(search);
  const list = useInfiniteQuery(conversationsQuery(show, q));
  const all = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? none, [list.data]);
  const at = all.findIndex((each) => each.id === open);
  // An answer takes a conversation out of «unanswered» while somebody still looks at it.
  const one = useQuery({ ...conversationQuery(open ?? 0), enabled: open !== undefined && at < 0 && !list.isPending });
  const talk = all[at] ?? (one.data?.id === open ? one.data : undefined);
  const narrow = useNarrow();
  const me = useMe();
  const nameOfStaff = useNameOfStaff();
  const takenBy = ({ taken_by }: Conversation) => (taken_by === me.id ? t("you") : nameOfStaff(taken_by));
  const take = useTake();
  const handBack = useHandBack();
  const go = (step: 1 | -1) => {
    const next = at < 0 ? all[0] : all[at + step];
    if (next) {
      set({ open: next.id });
    }
  };
  const any = { enabled: talk !== undefined };
  useHotkey("J", t("next"), () => go(1));
  useHotkey("K", t("previous"), () => go(-1));
  useHotkey("E", t("handBackNext"), () => talk && handBack.mutate(talk.id, { onSuccess: () => go(1) }), any);
  useHotkey("A", t("take"), () => talk && take.mutate(talk.id), any);

  return (
    <div className="flex h-full min-h-0 flex-col">
      {!(narrow && open !== undefined) && (
        <PageHeader
          title={t("title")}
          actions={
            <ButtonLink variant="ghost" to="/inbox/templates">
              <MessageSquareText aria-hidden />
              {t("templatesShort")}
            </ButtonLink>
          }
        />
      )}
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
            <SearchInput className="w-full max-md:w-full" value={q} onChange={(next) => set({ q: next })} />
            <Segmented
              label={t("show")}
              value={show}
              onChange={(next) => set({ show: next })}
              options={(["all", "mine", "unanswered", "bot"] as const).map((value) => ({ value, label: t(value) }))}
            />
          </div>
          <List list={list} all={all} filtered={show !== "all" || q !== ""} show={show} onReset={reset}>
            {(each) => (
              <ConversationRow
                talk={each}
                open={each.id === open}
                takenBy={takenBy(each)}
                onOpen={() => set({ open: each.id }, { replace: !narrow })}
              />
            )}
          </List>
        </section>
        {open === undefined ? (
          !narrow && (
            <div className="grid flex-1 place-items-center">
              <EmptyState icon={MessagesSquare} title={t("choose")} hint={t("chooseHint")} />
            </div>
          )
        ) : (
          <Thread
            key={open}
            id={open}
            talk={talk}
            takenBy={talk && takenBy(talk)}
            {...(narrow && { onBack: () => set({ open: undefined }) })}
          />
        )}
        {!narrow && talk?.client && <About talk={talk} takenBy={takenBy(talk)} />}
      </div>
    </div>
  );
}

type ListProps = {
  list: {
    error: unknown;
    refetch: () => unknown;
    isPending: boolean;
    hasNextPage: boolean;
    fetchNextPage: () => unknown;
    isFetchingNextPage: boolean;
  };
  all: Conversation[];
  filtered: boolean;
  show: string;
  onReset: () => void;
  children: (talk: Conversation) => ReactNode;
};

function List({ list, all, filtered, show, onReset, children }: ListProps) {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {list.error && all.length === 0 ? (
        <ErrorBox error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={8} />
      ) : all.length > 0 ? (
        <ul>
          {all.map((each) => (
            <li key={each.id}>{children(each)}</li>
          ))}
        </ul>
      ) : show === "unanswered" ? (
        <EmptyState
          icon={MessagesSquare}
          title={t("allAnswered")}
          action={<Button onClick={onReset}>{t("showAll")}</Button>}
        />
      ) : filtered ? (
        <NoResults onReset={onReset} />
      ) : (
        <EmptyState icon={MessagesSquare} title={t("empty")} hint={t("emptyHint")} />
      )}
      {list.hasNextPage && (
        <Button className="m-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {c("loadMore")}
        </Button>
      )}
    </div>
  );
}
