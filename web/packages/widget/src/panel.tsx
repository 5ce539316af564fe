import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Chat, State } from "./chat";
import { ContactForm } from "./form";
import { Icon } from "./icon";
import { Lines } from "./lines";
import { safeUrl } from "./links";
import type { Words } from "./words";

type Props = { chat: Chat; state: State; words: Words; lang: string; base: string; onClose: () => void };

export function Panel({ chat, state, words, lang, base, onClose }: Props) {
  const [view, setView] = useState<"chat" | "contacts">("chat");
  const { config } = state;
  const bot = safeUrl(config?.bot_url, base);
  return (
    <div
      class="p"
      role="dialog"
      aria-label={config ? `${words.chat}: ${config.name}` : words.chat}
      onKeyDown={(event) => {
        // The page's own shortcuts are not for what is typed here.
        event.stopPropagation();
        if (event.key === "Escape") onClose();
      }}
    >
      <div class="h">
        <div class="av" aria-hidden="true">
          {initials(config?.name ?? "")}
        </div>
        <div>
          <h2>{config?.name ?? words.chat}</h2>
          <p>{words.subtitle}</p>
        </div>
        <button type="button" class="x" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div class="t">
        <button type="button" aria-pressed={view === "chat"} onClick={() => setView("chat")}>
          {words.chat}
        </button>
        <button type="button" aria-pressed={view === "contacts"} disabled={!config} onClick={() => setView("contacts")}>
          {words.contacts}
        </button>
      </div>
      {view === "contacts" && config ? (
        <ContactForm
          chat={chat}
          words={words}
          consent={config.consent.text}
          base={base}
          onBack={() => setView("chat")}
        />
      ) : (
        <Talk chat={chat} state={state} words={words} lang={lang} base={base} bot={bot} />
      )}
    </div>
  );
}

function Talk(props: { chat: Chat; state: State; words: Words; lang: string; base: string; bot: string | undefined }) {
  const { chat, state, words } = props;
  const privacy = safeUrl(state.config?.privacy_url, props.base);
  const [text, setText] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const atEnd = useRef(true);

  useEffect(() => {
    // On a phone the keyboard would cover what there is to read.
    if (matchMedia("(pointer:coarse)").matches) box.current?.focus();
    else input.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new moves the end, and nothing else does
  useLayoutEffect(() => {
    const list = box.current;
    if (list && atEnd.current) list.scrollTop = list.scrollHeight;
  }, [state.lines, state.drafts, state.typing, state.trouble]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = input.current;
    if (!area) return;
    area.style.height = "44px";
    if (area.scrollHeight > 44) area.style.height = `${Math.min(area.scrollHeight, 120)}px`;
  }, [text]);

  const say = (words: string) => {
    atEnd.current = true;
    void chat.send(words);
  };
  const send = () => {
    if (!text.trim() || !state.config) return;
    say(text);
    setText("");
    input.current?.focus();
  };

  return (
    <div class="v">
      <div
        class="m"
        ref={box}
        role="log"
        aria-label={words.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onScroll={(event) => {
          const list = event.currentTarget;
          atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
        }}
      >
        <Lines
          state={state}
          words={words}
          lang={props.lang}
          base={props.base}
          onPress={(button, line) => {
            atEnd.current = true;
            return chat.press(button, line);
          }}
          onSay={say}
          onRetry={(key) => void chat.retry(key)}
        />
        {state.loading && state.lines.length === 0 && (
          <div class="d">
            <span class="sr">{words.loading}</span>
            <i />
            <i />
            <i />
          </div>
        )}
        {state.trouble && (
          <div class="e" role="alert">
            <span>{words.problems[state.trouble]}</span>
            {state.trouble !== "site" && (
              <button type="button" onClick={() => void chat.reload()}>
                {words.retry}
              </button>
            )}
          </div>
        )}
      </div>
      <form
        class="c"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          ref={input}
          rows={1}
          value={text}
          maxLength={2000}
          placeholder={words.placeholder}
          aria-label={words.placeholder}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
              event.preventDefault();
              send();
            }
          }}
        />
        <button type="submit" aria-label={words.send} disabled={!text.trim() || !state.config}>
          <Icon name="send" />
        </button>
      </form>
      <div class="n">
        {props.bot && (
          <div>
            <a href={props.bot} target="_blank" rel="noopener noreferrer">
              {words.openBot}
            </a>
          </div>
        )}
        {words.consent[0]}
        {privacy ? (
          <a href={privacy} target="_blank" rel="noopener noreferrer">
            {words.consent[1]}
          </a>
        ) : (
          words.consent[1]
        )}
      </div>
    </div>
  );
}

function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => [...word].filter((it) => /\p{L}|\d/u.test(it)).slice(0, 1));
  return letters.slice(0, 2).join("").toUpperCase();
}
