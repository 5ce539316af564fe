import { ago, useTranslation } from "@orbita/i18n";
import { Avatar, Badge, cn } from "@orbita/ui";
import { useDraft } from "./drafts";
import type { Conversation } from "./queries";
import { channelOf, kindOf, nameOf } from "./words";

type Props = { talk: Conversation; open: boolean; takenBy: string | undefined; onOpen: () => void };

export function ConversationRow({ talk, open, takenBy, onOpen }: Props) {
  const { t } = useTranslation("inbox");
  const draft = useDraft(talk.id);
  const { last } = talk;
  const waits = last?.direction === "in" && last.author === "client";
  const said = last && (last.text || t(`kind.${kindOf(last.kind)}`));
  return (
    <button
      type="button"
      aria-current={open || undefined}
      onClick={onOpen}
      className={cn(
        "flex w-full items-start gap-2.5 border-b border-line px-3 py-2.5 text-left -outline-offset-2 hover:bg-sunken",
        open && "bg-accent-soft hover:bg-accent-soft",
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
        <span className="flex items-center gap-2">
          {draft ? (
            <span className="truncate">
              <span className="text-danger">{t("draft")}</span> <span className="text-fg-3">{draft}</span>
            </span>
          ) : (
            <span className={cn("truncate", talk.unread > 0 ? "text-fg-2" : "text-fg-3")}>
              {!waits && last?.direction !== "in" && said && `${t(last?.author === "bot" ? "saidByBot" : "saidByUs")} `}
              {said}
            </span>
          )}
          {talk.unread > 0 && (
            <span className="ml-auto shrink-0">
              <Badge strong label={t("unread", { count: talk.unread })}>
                {talk.unread}
              </Badge>
            </span>
          )}
        </span>
        <span className="block truncate text-xs text-fg-3">
          {t(`channel.${channelOf(talk.channel)}`)}
          {takenBy && ` · ${t("answeredBy", { name: takenBy })}`}
        </span>
      </span>
    </button>
  );
}
