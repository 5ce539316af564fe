import { time, useTranslation } from "@orbita/i18n";
import { cn } from "@orbita/ui";
import { ArrowUpRight, FileText, RotateCw } from "lucide-react";
import { LinkedText } from "../LinkedText";
import { safeUrl } from "../links";
import type { BotMessage, InlineButton, ThreadLine } from "../types";
import type { Draft } from "./chat";

const bubble =
  "relative w-fit max-w-[min(34rem,88%)] rounded-2xl px-3 py-2 text-base wrap-anywhere whitespace-pre-wrap";
const own = "rounded-br-md bg-accent text-on-accent dark:bg-[oklch(0.4_0.07_163)] dark:text-fg";
const stamp = "float-right mt-2 ml-3 text-2xs leading-none tnum select-none";

/** What the guest said. */
export function OwnBubble({ line, onAgain }: { line: ThreadLine; onAgain: (text: string) => void }) {
  const { t } = useTranslation("simulator");
  const shared = line.kind === "contact" || line.kind === "media";
  return (
    <div className={cn(bubble, own, "ml-auto")}>
      {line.kind === "command" ? (
        <button type="button" className="font-medium" onClick={() => onAgain(line.text ?? "")}>
          {line.text}
        </button>
      ) : (
        line.text || (shared ? t(`kinds.${line.kind as "contact"}`) : "")
      )}
      <time dateTime={line.at} className={cn(stamp, "opacity-90")}>
        {time(line.at)}
      </time>
    </div>
  );
}

/** What is on its way. */
export function DraftBubble({ draft, onRetry }: { draft: Draft; onRetry: () => void }) {
  const { t } = useTranslation("simulator");
  return (
    <div className="ml-auto flex w-fit max-w-[88%] flex-col items-end gap-1">
      <div className={cn(bubble, own, "max-w-full", !draft.failed && "opacity-70")}>{draft.text}</div>
      {draft.failed && (
        <button type="button" onClick={onRetry} className="flex min-h-6 items-center gap-1.5 text-sm text-danger">
          <RotateCw aria-hidden className="size-3.5" />
          {t("notSent")}
        </button>
      )}
    </div>
  );
}

type BotProps = {
  message: BotMessage;
  at: string;
  pressed: string | undefined;
  busy: boolean;
  onPress: (button: InlineButton) => void;
};

/** What the bot said, with its file and the buttons under it. */
export function BotBubble({ message, at, pressed, busy, onPress }: BotProps) {
  const { t } = useTranslation("simulator");
  const text = message.text ?? message.caption ?? "";
  const keyboard = message.reply_markup?.inline_keyboard ?? [];
  return (
    <div className="flex w-fit max-w-[min(34rem,92%)] min-w-[min(15rem,80%)] flex-col gap-1">
      <div className={cn(bubble, "max-w-full rounded-bl-md bg-surface shadow-card", keyboard.length > 0 && "w-full")}>
        {message.document && <FileCard document={message.document} url={message.url} />}
        <LinkedText text={text} />
        <time dateTime={at} className={cn(stamp, "text-fg-3")}>
          {message.edit_date != null && <span className="mr-1">{t("edited")}</span>}
          {time(at)}
        </time>
      </div>
      {keyboard.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of a keyboard is known by its place alone
        <div key={index} className="flex gap-1">
          {row.map((button) => (
            <KeyboardButton
              key={`${button.text} ${button.callback_data ?? button.url}`}
              button={button}
              held={pressed === `${message.message_id} ${button.callback_data}`}
              disabled={busy}
              onPress={() => onPress(button)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const key =
  "relative flex min-h-10 min-w-0 flex-1 items-center justify-center rounded-lg bg-surface/70 px-3 py-1.5 text-center text-sm font-medium wrap-anywhere shadow-card transition-colors hover:bg-surface active:bg-press touch:min-h-11";

function KeyboardButton(props: { button: InlineButton; held: boolean; disabled: boolean; onPress: () => void }) {
  const { button, held } = props;
  const url = button.callback_data ? undefined : safeUrl(button.url);
  if (url) {
    return (
      <a href={url} target={isOurs(url) ? undefined : "_blank"} rel="noopener noreferrer" className={key}>
        {button.text}
        <ArrowUpRight aria-hidden className="absolute top-1 right-1 size-3 text-fg-3" />
      </a>
    );
  }
  return (
    <button
      type="button"
      className={cn(key, held && "bg-press", !button.callback_data && "opacity-60")}
      aria-busy={held || undefined}
      disabled={props.disabled || !button.callback_data}
      onClick={props.onPress}
    >
      {button.text}
    </button>
  );
}

const isOurs = (url: string) => new URL(url).origin === location.origin;

function FileCard({ document, url }: { document: NonNullable<BotMessage["document"]>; url?: string | null }) {
  const { t } = useTranslation("simulator");
  const open = safeUrl(url);
  const body = (
    <>
      <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
        <FileText aria-hidden className="size-5" />
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium text-fg">{document.file_name}</span>
        <span className="block text-sm text-fg-3 tnum">
          {t("kilobytes", { count: Math.max(1, Math.round(document.file_size / 1024)) })}
        </span>
      </span>
    </>
  );
  const look = "mb-1 flex items-center gap-3 whitespace-normal";
  return open ? (
    <a href={open} target="_blank" rel="noopener noreferrer" className={look}>
      {body}
    </a>
  ) : (
    <span className={look}>{body}</span>
  );
}
