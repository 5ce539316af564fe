import { newKey } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Keys, Select, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { momentOf } from "@/lib/moment";
import { hearWrite, type Kind, kinds } from "./compose";
import { useNote, useTask, useWrite } from "./deeds";
import { channelsQuery } from "./queries";
import { useWords } from "./words";

const ReplyMenu = lazy(() => import("./ReplyMenu"));
const DueField = lazy(() => import("./DueField"));

const none: Record<Kind, string> = { message: "", note: "", call: "", task: "" };

/** Writes to the client, or about them. Each kind keeps its own draft. */
export function Composer({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const [kind, setKind] = useState<Kind>("message");
  const [drafts, setDrafts] = useState(none);
  const [due, setDue] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  const channels = useQuery(channelsQuery(id)).data;
  const reachable = channels?.filter((each) => each.reachable) ?? [];
  const channel = wanted ?? reachable[0]?.channel;
  const mute = kind === "message" && channels !== undefined && reachable.length === 0;
  const write = useWrite(id);
  const note = useNote(id);
  const task = useTask(id);
  const busy = write.isPending || note.isPending || task.isPending;
  const text = drafts[kind].trim();
  const wish = `${channel} ${text}`;
  const sending = useRef({ wish: "", key: "" });

  useEffect(
    () =>
      hearWrite((next) => {
        setKind(next);
        requestAnimationFrame(() => area.current?.focus());
      }),
    [],
  );
  const take = (next: Kind) => {
    setKind(next);
    requestAnimationFrame(() => area.current?.focus());
  };
  useHotkey("N", t("noteKey"), () => take("note"));
  useHotkey("T", t("taskKey"), () => take("task"));

  const send = () => {
    if (!text || busy || mute) {
      return;
    }
    const done = {
      onSuccess: () => {
        setDrafts((old) => ({ ...old, [kind]: old[kind].trim() === text ? "" : old[kind] }));
        sending.current = { wish: "", key: "" };
        toast.done({ title: t(`sent.${kind}`) });
      },
    };
    if (kind === "message") {
      if (channel) {
        if (sending.current.wish !== wish) {
          sending.current = { wish, key: newKey() };
        }
        write.mutate({ text, channel, once: sending.current.key }, done);
      }
    } else if (kind === "task") {
      task.mutate({ text, due: momentOf(due) }, done);
    } else {
      note.mutate({ type: kind, text }, done);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };

  return (
    <section
      aria-label={t("composer")}
      className="rounded-lg bg-raised shadow-card focus-within:shadow-[0_0_0_2px_var(--ring)] max-md:rounded-none max-md:border-t max-md:border-line max-md:shadow-none"
    >
      <div className="flex items-center gap-0.5 overflow-x-auto px-2 pt-2 [scrollbar-width:none]">
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === kind}
            onClick={() => take(each)}
            className="hit h-7 shrink-0 rounded-md px-2.5 font-medium text-fg-3 hover:text-fg aria-pressed:bg-press aria-pressed:text-fg max-md:h-9 max-md:px-2"
          >
            {t(`compose.${each}`)}
          </button>
        ))}
        <span className="flex-1" />
        {kind === "message" && channel && reachable.length > 1 ? (
          <Select
            label={t("channel")}
            value={channel}
            onChange={setWanted}
            options={reachable.map((each) => ({ value: each.channel, label: words.channel(each.channel) }))}
            className="h-7 w-auto shrink-0 bg-transparent shadow-none max-md:h-9"
          />
        ) : (
          kind === "message" &&
          channel && <span className="shrink-0 px-1 text-xs text-fg-3">{words.channel(channel)}</span>
        )}
      </div>
      {mute ? (
        <p className="px-3 py-3 text-fg-3">{t("noChannel")}</p>
      ) : (
        <>
          <textarea
            ref={area}
            aria-label={t(`compose.${kind}`)}
            placeholder={t(`placeholder.${kind}`)}
            rows={2}
            maxLength={4096}
            value={drafts[kind]}
            onChange={(event) => setDrafts({ ...drafts, [kind]: event.target.value })}
            onKeyDown={onKeyDown}
            className="field-sizing-content block max-h-52 min-h-14 w-full resize-none bg-transparent px-3 py-2 text-base outline-none placeholder:text-fg-3 max-md:max-h-32 max-md:min-h-10 max-md:text-lg"
          />
          <div className="flex flex-wrap items-center justify-end gap-2 px-2 pb-2">
            {kind === "message" && (
              <span className="mr-auto">
                <Suspense fallback={<span className="block size-7" />}>
                  <ReplyMenu
                    id={id}
                    onText={(words) => {
                      setDrafts((old) => ({
                        ...old,
                        message: old.message.trim() ? `${old.message}\n${words}` : words,
                      }));
                      // After the menu has given the focus back.
                      setTimeout(() => area.current?.focus());
                    }}
                  />
                </Suspense>
              </span>
            )}
            {kind === "task" && (
              <div className="min-w-56 flex-1">
                <Suspense fallback={<div className="h-8" />}>
                  <DueField value={due} onChange={setDue} />
                </Suspense>
              </div>
            )}
            <Button size="md" variant="primary" busy={busy} disabled={!text} onClick={send}>
              {t(`send.${kind}`)}
              <span aria-hidden className="text-xs opacity-75 max-md:hidden">
                <Keys keys="Mod Enter" />
              </span>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
