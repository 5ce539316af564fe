import { type Api, type Button, type Config, type Contacts, Failure, type Line, type Said, type Trouble } from "./api";
import type { Session } from "./session";

/** A line that was written here and that the server has not shown yet. */
export type Draft = { key: string; text: string; state: "sending" | "sent" | "failed"; trouble?: Trouble };

export type State = {
  config?: Config;
  loading: boolean;
  trouble?: Trouble | undefined;
  lines: Line[];
  drafts: Draft[];
  typing: boolean;
  unread: number;
  open: boolean;
  /** Buttons of lines up to this one were answered and are shown no more. */
  acted: number;
};

/** Earlier lines that each look covers again: the bot changes its last questions in place. */
const LOOK_BACK = 8;
const SOON = 3_000;
const CALM = 20_000;
const CLOSED = 45_000;
const LIVELY = 60_000;
const DAY = 86_400_000;
const MOST_PAGES = 10;

export type Chat = ReturnType<typeof createChat>;

/** The conversation of one visitor: what was said, what waits to be sent, when to look again. Draws nothing. */
export function createChat(api: Api, session: Session, changed: (state: State) => void, now = () => Date.now()) {
  let state: State = {
    loading: false,
    lines: [],
    drafts: [],
    typing: false,
    unread: 0,
    open: false,
    acted: session.get().acted ?? 0,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let lively = 0;
  let visiting: Promise<string> | undefined;
  let queue: Promise<void> = Promise.resolve();

  function set(change: Partial<State>) {
    state = { ...state, ...change };
    const last = lastId();
    const read = session.get().read ?? 0;
    if (state.open && last > read) session.set({ read: last });
    state.unread = state.open ? 0 : state.lines.filter((line) => line.author !== "client" && line.id > read).length;
    changed(state);
  }

  const lastId = () => Math.floor(state.lines[state.lines.length - 1]?.id ?? 0);

  function merged(news: Line[], known = state.lines): Line[] {
    const byId = new Map(known.map((line) => [line.id, line]));
    for (const line of news) byId.set(line.id, line);
    return [...byId.values()].sort((one, other) => one.id - other.id);
  }

  async function visitor(): Promise<string> {
    const kept = session.get().visitor;
    if (kept) return kept;
    visiting ??= api.visit().finally(() => {
      visiting = undefined;
    });
    const fresh = await visiting;
    session.set({ visitor: fresh });
    return fresh;
  }

  /** Reads what is new, and the last lines again since they may have been changed. */
  async function look(): Promise<void> {
    const known = session.get().visitor;
    if (!known) return;
    const sent = state.drafts.filter((draft) => draft.state === "sent").map((draft) => draft.key);
    let lines = state.lines.filter((line) => Number.isInteger(line.id));
    let after = (lines[lines.length - LOOK_BACK]?.id ?? 1) - 1;
    try {
      for (let page = 0; page < MOST_PAGES; page++) {
        const news = await api.history(known, after);
        lines = merged(news, lines);
        if (news.length < 200) break;
        after = news[news.length - 1]?.id ?? after;
      }
    } catch (error) {
      // The keys of the server changed, or it is another server: the old visit is nobody there.
      if (error instanceof Failure && error.status === 422) session.set({ visitor: undefined });
      else throw error;
      return;
    }
    if (lines.length > 0 && lines[lines.length - 1]?.id !== lastId()) lively = now();
    // What the server shows by now needs no copy of ours.
    set({ lines, drafts: state.drafts.filter((draft) => !sent.includes(draft.key)) });
  }

  function plan() {
    clearTimeout(timer);
    const wrote = session.get().wroteAt ?? 0;
    const waits = state.open || (state.config !== undefined && now() - wrote < DAY);
    if (!waits || document.hidden || !session.get().visitor) return;
    const calm = now() - Math.max(lively, wrote) < LIVELY ? SOON : CALM;
    const usual = state.open ? calm : CLOSED;
    timer = setTimeout(tick, Math.min(usual * 2 ** Math.min(failures, 4), 120_000));
  }

  async function tick() {
    try {
      await look();
      failures = 0;
    } catch {
      failures++;
    }
    plan();
  }

  async function load(): Promise<void> {
    set({ loading: true, trouble: undefined });
    try {
      const config = state.config ?? (await api.config());
      session.set({
        look: {
          accent: config.accent,
          onAccent: config.on_accent,
          position: config.position,
          theme: config.theme,
        },
      });
      set({ config });
      await look();
      set({ loading: false });
    } catch (error) {
      set({ loading: false, trouble: troubleOf(error) });
    }
    plan();
  }

  async function deliver(draft: Draft, what: Said) {
    const before = lastId();
    const update = (change: Partial<Draft>) =>
      set({ drafts: state.drafts.map((it) => (it.key === draft.key ? { ...it, ...change } : it)) });
    set({ typing: true });
    try {
      const answers = await api.write(await visitor(), what, draft.key);
      session.set({ wroteAt: now() });
      lively = now();
      // In place of our own line until the server shows it: just before the first answer to it.
      const first = answers.find((line) => line.id > before);
      const own: Line[] =
        draft.text && first
          ? [{ id: first.id - 0.5, author: "client", text: draft.text, at: new Date(now()).toISOString() }]
          : [];
      const acted = first ? before : state.acted;
      session.set({ acted });
      set({ acted, typing: false, lines: merged([...answers, ...own]) });
      if (own.length > 0) set({ drafts: state.drafts.filter((it) => it.key !== draft.key) });
      else update({ state: "sent" });
      await look().catch(() => undefined);
    } catch (error) {
      if (error instanceof Failure && error.fields.visitor) session.set({ visitor: undefined });
      set({ typing: false });
      update({ state: "failed", trouble: troubleOf(error) });
    }
    plan();
  }

  /** One after another, so that lines arrive in the order they were written. */
  const enqueue = (draft: Draft, what: Said) => {
    queue = queue.then(() => deliver(draft, what));
    return queue;
  };

  return {
    state: () => state,
    async open() {
      set({ open: true });
      if (state.config && !state.trouble) await tick();
      else await load();
    },
    close() {
      set({ open: false });
      plan();
    },
    reload: load,
    /** After a reload of the page: who wrote lately learns of an answer without opening the chat. */
    async resume() {
      const { visitor: known, wroteAt } = session.get();
      if (!known || !wroteAt || now() - wroteAt > DAY) return;
      await look().catch(() => undefined);
      if (!state.config) timer = setTimeout(() => void this.resume(), CLOSED);
    },
    send(text: string) {
      const words = text.trim().slice(0, 2_000);
      if (!words) return queue;
      const draft: Draft = { key: newKey(), text: words, state: "sending" };
      set({ drafts: [...state.drafts, draft] });
      return enqueue(draft, { text: words });
    },
    press(button: Button, line: Line) {
      const draft: Draft = { key: newKey(), text: "", state: "sending" };
      return enqueue(draft, { press: button.data ?? "", message: line.id });
    },
    retry(key: string) {
      const draft = state.drafts.find((it) => it.key === key && it.state === "failed");
      if (!draft) return queue;
      set({ drafts: state.drafts.map((it) => (it === draft ? { key, text: it.text, state: "sending" } : it)) });
      return enqueue(draft, { text: draft.text });
    },
    async contact(form: Contacts, key: string) {
      const answer = await api.contact(await visitor(), form, key);
      session.set({ wroteAt: now() });
      plan();
      return answer.bot_url ?? undefined;
    },
    /** The tab is looked at again, or the connection is back. */
    wake() {
      failures = 0;
      if (state.open || timer !== undefined) void tick();
    },
    rest() {
      clearTimeout(timer);
    },
  };
}

export const troubleOf = (error: unknown): Trouble => (error instanceof Failure ? error.trouble : "server");

/** randomUUID is missing on pages without https. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
