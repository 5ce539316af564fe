import { time, useTranslation } from "@orbita/i18n";
import { Bubble, Button, cn } from "@orbita/ui";
import { Bot, Paperclip } from "lucide-react";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { linkOf, type Message, useRetry } from "./queries";
import { channelOf, kindOf } from "./words";

const states = ["queued", "sending", "sent", "failed", "unknown", "cancelled"] as const;
const stateOf = (state: string | undefined) => states.find((each) => each === state);

/** One thing that was said, by whom, and what became of it. */
export function Line({ message, staff }: { message: Message; staff: string | undefined }) {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const retry = useRetry();
  const ours = message.direction !== "in";
  const state = message.uncertain ? "unknown" : stateOf(message.state);
  const troubled = ours && (state === "failed" || state === "unknown");
  const again = message.state === "failed" || message.state === "unknown";
  return (
    <li className={ours ? "flex flex-col items-end" : "flex flex-col items-start"}>
      <Bubble tone={ours ? "ours" : "theirs"}>
        {message.text ||
          (!message.document && (
            <span className="text-fg-3">
              {message.kind === "media" && !ours
                ? t("fileElsewhere", { channel: t(`channel.${channelOf(message.channel)}`) })
                : t(`kind.${kindOf(message.kind)}`)}
            </span>
          ))}
        {message.document && <File id={message.id} name={message.document.file_name} />}
      </Bubble>
      <div className={cn("mt-0.5 flex flex-wrap items-center gap-x-1.5 text-xs text-fg-3", ours && "justify-end")}>
        {message.author === "bot" && (
          <span className="inline-flex items-center gap-1">
            <Bot aria-hidden className="size-3.5" />
            {t("bot")}
          </span>
        )}
        {message.author === "staff" && <span className="font-medium text-fg-2">{staff ?? t("colleague")}</span>}
        <time dateTime={message.said_at}>{time(message.said_at)}</time>
        {message.edited_at && <span>{t("edited")}</span>}
        {message.fallback_of !== undefined && (
          <span>{t("instead", { channel: t(`channel.${channelOf(message.channel)}`) })}</span>
        )}
        {ours && state && (
          <span className={troubled ? "font-medium text-danger" : undefined}>{t(`state.${state}`)}</span>
        )}
      </div>
      {troubled && (
        <div className="mt-1 flex max-w-[62ch] flex-wrap items-center justify-end gap-2 text-xs">
          <span className="text-fg-2">{message.note || t(`why.${state}`)}</span>
          {again && message.fallback_id === undefined && (
            <Button busy={retry.isPending} onClick={() => retry.mutate(message.id)}>
              {state === "unknown" ? t("sendAgain") : c("retry")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** A file is fetched by a link that lives for minutes; why it did not open is said where it was pressed. */
function File({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation("inbox");
  const [state, setState] = useState<{ busy: boolean; wrong?: string }>({ busy: false });
  const open = async () => {
    // Opened before the answer: a window that is opened later is held for an advertisement.
    const tab = window.open("about:blank", "_blank");
    setState({ busy: true });
    try {
      const url = await linkOf(id);
      if (tab) {
        tab.opener = null;
        tab.location.href = url;
        setState({ busy: false });
      } else {
        setState({ busy: false, wrong: t("windowHeld") });
      }
    } catch (error) {
      tab?.close();
      setState({ busy: false, wrong: t("fileFailed", { why: wordsOf(error) }) });
    }
  };
  return (
    <span className="mt-1 block">
      <Button busy={state.busy} onClick={() => void open()}>
        <Paperclip aria-hidden />
        {name || t("file")}
      </Button>
      {state.wrong && (
        <span role="alert" className="mt-1 block text-xs text-danger">
          {state.wrong}
        </span>
      )}
    </span>
  );
}
