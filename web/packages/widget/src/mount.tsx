import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Api, connect } from "./api";
import { type Chat, createChat, type State } from "./chat";
import css from "./css";
import { Icon } from "./icon";
import { Panel } from "./panel";
import { type Kept, openSession, type Session } from "./session";
import { type Lang, type Words, words as wordsIn } from "./words";

export type Options = {
  /** Slug or public key of the business. */
  business: string;
  /** Where the server is, without a slash at the end. */
  base: string;
  lang?: string | undefined;
  theme?: string | undefined;
  position?: string | undefined;
  accent?: string | undefined;
};

export const TAG = "orbita-chat";

/** Puts the chat on the page; gives back what takes it away. Nothing is asked of the server until it is opened. */
export function mount(options: Options): () => void {
  const lang: Lang = (options.lang ?? document.documentElement.lang).toLowerCase().startsWith("en") ? "en" : "ru";
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: "open" });
  dress(root);
  const session = openSession(`${options.base}:${options.business}`);
  const api = connect(options.base, options.business, lang);
  const dark = matchMedia("(prefers-color-scheme:dark)");
  const look = () => paint(host, options, session.get().look, dark.matches);
  look();
  dark.addEventListener("change", look);
  const place = document.createElement("div");
  place.lang = lang;
  place.className = "r";
  root.append(place);
  document.body.append(host);
  render(
    <App api={api} session={session} words={wordsIn(lang)} lang={lang} base={options.base} onLook={look} />,
    place,
  );
  return () => {
    dark.removeEventListener("change", look);
    render(null, place);
    host.remove();
  };
}

/** A constructed sheet is not an inline style: a strict page lets it be. Old browsers get the element. */
function dress(root: ShadowRoot) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** What the page says goes before what the owner set, and that before the usual. */
function paint(host: HTMLElement, options: Options, kept: Kept["look"], dark: boolean) {
  const theme = options.theme ?? kept?.theme ?? "auto";
  host.dataset.theme = theme === "dark" || (theme === "auto" && dark) ? "dark" : "light";
  host.dataset.side = (options.position ?? kept?.position) === "left" ? "left" : "right";
  if (kept && COLOUR.test(kept.accent) && COLOUR.test(kept.onAccent)) {
    host.style.setProperty("--a", kept.accent);
    host.style.setProperty("--on", kept.onAccent);
  } else if (options.accent && COLOUR.test(options.accent)) {
    host.style.setProperty("--a", options.accent);
  }
}

function App(props: { api: Api; session: Session; words: Words; lang: Lang; base: string; onLook: () => void }) {
  const { words } = props;
  const [state, setState] = useState<State>();
  const chat = useRef<Chat | undefined>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  chat.current ??= createChat(props.api, props.session, setState);
  const now = state ?? chat.current.state();

  useEffect(() => {
    const it = chat.current as Chat;
    const wake = () => (document.hidden ? it.rest() : it.wake());
    document.addEventListener("visibilitychange", wake);
    addEventListener("online", wake);
    void it.resume();
    return () => {
      it.rest();
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("online", wake);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look changes when the settings have come, and only then
  useEffect(() => props.onLook(), [now.config]);

  const close = () => {
    chat.current?.close();
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      {now.open && (
        <Panel chat={chat.current} state={now} words={words} lang={props.lang} base={props.base} onClose={close} />
      )}
      <button
        type="button"
        class="l"
        ref={button}
        aria-label={now.open ? words.close : now.unread ? words.unread(now.unread) : words.open}
        aria-expanded={now.open}
        aria-haspopup="dialog"
        onClick={() => (now.open ? close() : void chat.current?.open())}
      >
        <Icon name={now.open ? "down" : "chat"} size={24} />
        {!now.open && now.unread > 0 && (
          <span class="dot" aria-hidden="true">
            {now.unread > 9 ? "9+" : now.unread}
          </span>
        )}
      </button>
    </>
  );
}
