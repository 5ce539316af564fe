import { day, isoDate, useTranslation } from "@orbita/i18n";
import { Button, cn, ErrorBox, Late, Skeleton } from "@orbita/ui";
import { ChevronDown } from "lucide-react";
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from "react";
import { BotBubble, DraftBubble, OwnBubble } from "./Bubble";
import type { useBotChat } from "./chat";

type Props = { chat: ReturnType<typeof useBotChat>; now: () => number; onPressFailed: () => void };

/** How far from the end still counts as reading the newest, in pixels. */
const NEAR = 80;

/** The conversation: days, bubbles, buttons, and a way down when something new came while reading above. */
export function Messages({ chat, now, onPressFailed }: Props) {
  const { t } = useTranslation("simulator");
  const { lines, drafts, typing, thread } = chat;
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [seen, setSeen] = useState<string>();
  const [away, setAway] = useState(false);
  const last = lines.at(-1)?.id;
  const fresh = away && last !== undefined && last !== seen;

  const toEnd = (smooth = false) => {
    atEnd.current = true;
    setAway(false);
    box.current?.scrollTo({ top: box.current.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new moves the end, and nothing else does
  useLayoutEffect(() => {
    if (atEnd.current) {
      toEnd();
      setSeen(last);
    }
  }, [last, drafts.length, typing]);
  useEffect(() => {
    // Keyboards and pictures of the phone change the height: who reads the newest stays there.
    const list = box.current;
    if (!list) {
      return;
    }
    const watch = new ResizeObserver(() => atEnd.current && list.scrollTo({ top: list.scrollHeight }));
    watch.observe(list);
    return () => watch.disconnect();
  }, []);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="log"
        aria-label={t("thread")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onScroll={(event) => {
          const list = event.currentTarget;
          atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
          setAway(!atEnd.current);
          if (atEnd.current) {
            setSeen(last);
          }
        }}
        className="h-full overflow-y-auto overscroll-contain px-3 py-4 outline-offset-[-2px] sm:px-5"
      >
        <div className="mx-auto flex min-h-full max-w-2xl flex-col justify-end gap-1.5">
          {thread.isPending && <Waiting />}
          {thread.isError && lines.length === 0 && (
            <ErrorBox error={thread.error} onRetry={() => void thread.refetch()} className="m-0 bg-surface" />
          )}
          {thread.isSuccess && lines.length === 0 && drafts.length === 0 && (
            <div className="m-auto flex max-w-64 flex-col items-center gap-3 rounded-2xl bg-surface px-5 py-6 text-center shadow-card">
              <p>{t("empty")}</p>
              <Button variant="primary" size="lg" onClick={() => void chat.say("/start")}>
                {t("begin")}
              </Button>
            </div>
          )}
          {lines.map((line, index) => (
            <Fragment key={line.id}>
              {(index === 0 || isoDate(lines[index - 1]?.at ?? line.at) !== isoDate(line.at)) && (
                <p className="mx-auto my-2 rounded-full bg-surface/80 px-3 py-0.5 text-xs font-medium text-fg-2">
                  {day(line.at, new Date(now()), false)}
                </p>
              )}
              {line.message ? (
                <BotBubble
                  message={line.message}
                  at={line.at}
                  pressed={chat.pressed}
                  busy={chat.pressed !== undefined}
                  onPress={(button) => {
                    atEnd.current = true;
                    if (line.message) {
                      chat.press(line.message, button).catch(onPressFailed);
                    }
                  }}
                />
              ) : (
                <OwnBubble line={line} onAgain={(text) => void chat.say(text)} />
              )}
            </Fragment>
          ))}
          {drafts.map((draft) => (
            <DraftBubble key={draft.key} draft={draft} onRetry={() => void chat.retry(draft)} />
          ))}
          {typing && <Typing />}
        </div>
      </div>
      {away && (
        <button
          type="button"
          onClick={() => toEnd(true)}
          className={cn(
            "absolute right-4 bottom-3 flex h-10 items-center gap-1.5 rounded-full bg-raised px-3 text-sm font-medium shadow-pop",
            fresh && "bg-accent text-on-accent",
          )}
        >
          <ChevronDown aria-hidden className="size-4" />
          <span className={fresh ? undefined : "sr-only"}>{fresh ? t("fresh") : t("toEnd")}</span>
        </button>
      )}
    </div>
  );
}

function Typing() {
  const { t } = useTranslation("simulator");
  return (
    <div className="flex w-fit items-center gap-1 rounded-2xl rounded-bl-md bg-surface px-3.5 py-3 shadow-card">
      <span className="sr-only">{t("typing")}</span>
      {["", "[animation-delay:150ms]", "[animation-delay:300ms]"].map((delay) => (
        <span
          key={delay}
          className={cn("size-1.5 animate-pulse rounded-full bg-fg-3 motion-reduce:animate-none", delay)}
        />
      ))}
    </div>
  );
}

function Waiting() {
  return (
    <Late>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-24 w-3/5 rounded-2xl bg-surface" />
        <Skeleton className="ml-auto h-9 w-28 rounded-2xl" />
        <Skeleton className="h-16 w-2/5 rounded-2xl bg-surface" />
      </div>
    </Late>
  );
}
