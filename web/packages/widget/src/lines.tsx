import { useState } from "preact/hooks";
import type { Button, Line } from "./api";
import type { Draft, State } from "./chat";
import { Icon } from "./icon";
import { safeUrl, withLinks } from "./links";
import type { Words } from "./words";

type Props = {
  state: State;
  words: Words;
  lang: string;
  base: string;
  onPress: (button: Button, line: Line) => Promise<void>;
  onSay: (text: string) => void;
  onRetry: (key: string) => void;
};

/** What was said, what waits, and what may be answered with one press. */
export function Lines({ state, words, lang, base, onPress, onSay, onRetry }: Props) {
  const { config, lines, drafts } = state;
  const empty = lines.length === 0 && drafts.length === 0;
  return (
    <>
      {config && <div class="b">{config.greeting || words.greeting}</div>}
      {lines.map((line, index) => (
        <OneLine
          key={line.id}
          line={line}
          before={lines[index - 1]}
          words={words}
          lang={lang}
          base={base}
          answered={line.id <= state.acted}
          onPress={(button) => onPress(button, line)}
        />
      ))}
      {drafts
        .filter((draft) => draft.text)
        .map((draft) => (
          <OneDraft key={draft.key} draft={draft} words={words} onRetry={() => onRetry(draft.key)} />
        ))}
      {config && empty && (
        <div class="q">
          {config.quick_replies.map((text) => (
            <button type="button" key={text} onClick={() => onSay(text)}>
              {text}
            </button>
          ))}
        </div>
      )}
      {state.typing && (
        <div class="d">
          <span class="sr">{words.typing}</span>
          <i />
          <i />
          <i />
        </div>
      )}
    </>
  );
}

function OneLine(props: {
  line: Line;
  before: Line | undefined;
  words: Words;
  lang: string;
  base: string;
  answered: boolean;
  onPress: (button: Button) => Promise<void>;
}) {
  const { line, before, words, base } = props;
  const mine = line.author === "client";
  const file = line.file_name ? safeUrl(line.url, base) : undefined;
  const who = line.author === "staff" ? words.staff : before?.author === "staff" && !mine ? words.bot : undefined;
  return (
    <>
      {who && who !== (before?.author === "staff" ? words.staff : undefined) && <div class="w">{who}</div>}
      <div class={mine ? "b me" : "b"}>
        {line.file_name &&
          (file ? (
            <a class="f" href={file} target="_blank" rel="noopener noreferrer">
              <Icon name="file" />
              <span>{line.file_name}</span>
            </a>
          ) : (
            <div class="f">{line.file_name}</div>
          ))}
        <Text text={line.text ?? ""} />
        <Clock at={line.at} lang={props.lang} />
      </div>
      <Buttons rows={line.buttons ?? []} answered={props.answered} base={base} onPress={props.onPress} />
    </>
  );
}

function OneDraft({ draft, words, onRetry }: { draft: Draft; words: Words; onRetry: () => void }) {
  return (
    <>
      <div class={draft.state === "sent" ? "b me" : "b me wait"}>{draft.text}</div>
      {draft.state === "failed" && (
        <div class="e" role="alert">
          <span>{words.problems[draft.trouble ?? "server"]}</span>
          <button type="button" onClick={onRetry}>
            {words.retry}
          </button>
        </div>
      )}
    </>
  );
}

/** Plain text with addresses that can be followed: nothing of it is ever read as markup. */
function Text({ text }: { text: string }) {
  return (
    <>
      {withLinks(text).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

function Clock({ at, lang }: { at: string; lang: string }) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const today = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });
  return (
    <time dateTime={at}>
      {today ? time : `${date.toLocaleDateString(lang, { day: "numeric", month: "short" })}, ${time}`}
    </time>
  );
}

function Buttons(props: {
  rows: Button[][];
  answered: boolean;
  base: string;
  onPress: (button: Button) => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  const press = async (button: Button) => {
    setBusy(true);
    await props.onPress(button);
    setBusy(false);
  };
  const rows = props.rows
    .map((row) =>
      row
        .map((it) => ({ text: it.text, data: it.data, url: safeUrl(it.url, props.base) ?? "" }))
        .filter((it) => (it.data ? !props.answered : it.url)),
    )
    .filter((row) => row.length > 0);
  if (rows.length === 0) return null;
  return (
    <div class="q">
      {rows.map((row, index) => (
        <div key={index}>
          {row.map((it) =>
            it.data ? (
              <button type="button" key={it.data} disabled={busy} onClick={() => void press(it)}>
                {it.text}
              </button>
            ) : (
              <a key={it.url} href={it.url} target="_blank" rel="noopener noreferrer">
                {it.text}
                <Icon name="out" size={16} />
              </a>
            ),
          )}
        </div>
      ))}
    </div>
  );
}
