import { newKey } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, IconButton, Keys, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Clock, MessageSquareText } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { wordsOf } from "@/app/queries";
import { useMe } from "@/app/session";
import { keepDraft, useDraft } from "./drafts";
import { type Conversation, renderedFor, type Template, templatesQuery, useWrite } from "./queries";
import { TemplateChoice } from "./TemplateChoice";
import { offered, rendered, slashOf } from "./templates";

const LaterDialog = lazy(() => import("./LaterDialog"));

type Props = { id: number; talk: Conversation | undefined };

export function Composer({ id, talk }: Props) {
  const { t } = useTranslation("inbox");
  const me = useMe();
  const text = useDraft(id);
  const [caret, setCaret] = useState(text.length);
  const [closed, setClosed] = useState(true);
  const [at, setAt] = useState(0);
  const [wrong, setWrong] = useState<{ words: string; again: () => void }>();
  const [later, setLater] = useState(false);
  const [filling, setFilling] = useState(false);
  const key = useRef(newKey());
  const field = useRef<HTMLTextAreaElement>(null);
  const write = useWrite();
  const slash = closed ? undefined : slashOf(text, caret);
  const { data } = useQuery({ ...templatesQuery, enabled: slash !== undefined });
  const choices = slash && data ? offered(data.items, slash.asked) : [];
  const marked = Math.min(at, Math.max(0, choices.length - 1));
  const client = talk?.client?.id;
  useHotkey("R", t("reply"), () => field.current?.focus());

  const put = (next: string) => {
    keepDraft(id, next);
    // Other words are another message.
    key.current = newKey();
  };
  const focus = (place: number) =>
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(place, place);
      setCaret(place);
    });
  const choose = async (template: Template) => {
    const spot = slash ?? { from: caret, asked: "" };
    setClosed(true);
    setWrong(undefined);
    setFilling(true);
    try {
      const said =
        client === undefined
          ? rendered(template.text, { business: me.business.name, staff: me.name })
          : await renderedFor(template.id, client);
      const before = text.slice(0, spot.from);
      put(before + said + text.slice(caret));
      focus(before.length + said.length);
    } catch (error) {
      setWrong({ words: t("templateFailed", { why: wordsOf(error) }), again: () => void choose(template) });
      focus(caret);
    } finally {
      setFilling(false);
    }
  };
  const send = () => {
    const said = text.trim();
    if (said && !write.isPending && !filling) {
      setWrong(undefined);
      write.mutate(
        { id, text: said, key: key.current },
        {
          onSuccess: () => put(""),
          // The words stay where they were, and the key with them: what did arrive is not sent twice.
          onError: (error) => setWrong({ words: t("sendFailed", { why: wordsOf(error) }), again: send }),
        },
      );
    }
  };
  const askTemplates = () => {
    const glue = text === "" || /\s$/.test(text) ? "/" : " /";
    put(text + glue);
    setClosed(false);
    setAt(0);
    focus(text.length + glue.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const chosen = choices[marked];
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (chosen && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      void choose(chosen);
    } else if (chosen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setAt((marked + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (slash) {
        setClosed(true);
      } else {
        field.current?.blur();
      }
    }
  };

  if (talk && !talk.reachable) {
    return (
      <div className="p-3">
        <Callout tone="warn">{t("unreachable")}</Callout>
      </div>
    );
  }
  return (
    <div className="relative border-t border-line p-3 max-md:p-2">
      {slash && (
        <TemplateChoice
          choices={choices}
          all={data?.items.length}
          marked={marked}
          onMark={setAt}
          onChoose={(template) => void choose(template)}
        />
      )}
      {wrong && (
        <Callout tone="danger" className="mb-2" action={<Button onClick={wrong.again}>{t("again")}</Button>}>
          {wrong.words}
        </Callout>
      )}
      <div className="rounded-lg bg-raised shadow-field focus-within:shadow-[0_0_0_2px_var(--ring)]">
        <textarea
          ref={field}
          aria-label={t("reply")}
          placeholder={t("replyPlaceholder")}
          rows={2}
          maxLength={4096}
          value={text}
          readOnly={filling}
          aria-controls={slash ? "reply-templates" : undefined}
          aria-autocomplete="list"
          aria-activedescendant={choices[marked] ? `reply-template-${choices[marked].id}` : undefined}
          onChange={(event) => {
            put(event.target.value);
            setCaret(event.target.selectionStart);
            setClosed(false);
            setAt(0);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          className="field-sizing-content block max-h-44 min-h-13 w-full resize-none bg-transparent px-3 py-2 text-base outline-none placeholder:text-fg-3 max-md:text-lg"
        />
        <div className="flex items-center gap-1 px-1.5 pb-1.5">
          <IconButton label={t("templates")} disabled={filling} onClick={askTemplates}>
            <MessageSquareText aria-hidden />
          </IconButton>
          <span className="flex-1" />
          {client !== undefined && (
            <IconButton label={t("sendLater")} disabled={!text.trim() || filling} onClick={() => setLater(true)}>
              <Clock aria-hidden />
            </IconButton>
          )}
          <span aria-hidden className="px-1 max-md:hidden">
            <Keys keys="Mod Enter" />
          </span>
          <Button variant="primary" size="md" busy={write.isPending || filling} disabled={!text.trim()} onClick={send}>
            {t("send")}
          </Button>
        </div>
      </div>
      {later && talk && client !== undefined && (
        <Suspense>
          <LaterDialog
            client={client}
            channel={talk.channel}
            text={text}
            onClose={() => setLater(false)}
            onDone={(words) => {
              setLater(false);
              put("");
              toast.done({ title: words });
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
