import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Textarea } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { rendered, templatesQuery, useWrite } from "./queries";

type Props = { id: number; client: number | undefined; reachable: boolean };

export function Composer({ id, client, reachable }: Props) {
  const { t } = useTranslation("inbox");
  const [text, setText] = useState("");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const field = useRef<HTMLTextAreaElement>(null);
  const write = useWrite();
  const asked = text.startsWith("/") && !text.includes("\n") ? text.slice(1).toLowerCase() : undefined;
  const { data } = useQuery({ ...templatesQuery, enabled: asked !== undefined });
  const offered =
    asked === undefined
      ? []
      : (data?.items ?? []).filter(({ title, shortcut }) => `${shortcut ?? ""} ${title}`.toLowerCase().includes(asked));
  useHotkey("R", t("reply"), () => field.current?.focus());

  const put = (next: string) => {
    setText(next);
    // Other words are another message.
    setKey(crypto.randomUUID());
  };
  const choose = async (template: { id: number; text: string }) => {
    put(client === undefined ? template.text : await rendered(template.id, client));
    field.current?.focus();
  };
  const send = () => {
    const said = text.trim();
    if (said && !write.isPending) {
      write.mutate({ id, text: said, key }, { onSuccess: () => put("") });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const first = offered[0];
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Enter" && first) {
      event.preventDefault();
      void choose(first);
    }
  };

  if (!reachable) {
    return (
      <div className="p-3">
        <Callout tone="warn">{t("unreachable")}</Callout>
      </div>
    );
  }
  return (
    <div className="border-t border-line p-3">
      {offered.length > 0 && (
        <ul aria-label={t("templates")} className="mb-2 max-h-48 overflow-y-auto rounded-md border border-line">
          {offered.map((template) => (
            <li key={template.id}>
              <button
                type="button"
                className="flex min-h-9 w-full items-center gap-2 px-3 text-left hover:bg-sunken"
                onClick={() => void choose(template)}
              >
                <span className="shrink-0 font-medium">{template.title}</span>
                <span className="truncate text-xs text-fg-3">{template.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <Textarea
          ref={field}
          aria-label={t("reply")}
          placeholder={t("replyPlaceholder")}
          rows={2}
          maxLength={4096}
          value={text}
          onChange={(event) => put(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button variant="primary" size="md" busy={write.isPending} disabled={!text.trim()} onClick={send}>
          {t("send")}
        </Button>
      </div>
    </div>
  );
}
