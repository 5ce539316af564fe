import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Api, Failure, type Line } from "./api";
import { createChat, type State } from "./chat";
import { openSession, type Session } from "./session";

const config = {
  business: "demo",
  name: "Студия",
  accent: "#1a6347",
  on_accent: "#ffffff",
  position: "right",
  theme: "auto",
  quick_replies: ["Цены"],
  consent: { version: "1", text: "Согласен" },
};
const line = (id: number, author: string, text: string, buttons: Line["buttons"] = null): Line => ({
  id,
  author,
  text,
  buttons,
  at: "2026-11-20T10:00:00Z",
});

/** A server of one visitor: it keeps lines and answers with what it was told to. */
function server() {
  const lines: Line[] = [];
  const keys = new Set<string>();
  const it = {
    lines,
    broken: undefined as Failure | undefined,
    answer: (_text: string): Line[] => [],
    visits: 0,
    reads: 0,
  };
  const api: Api = {
    config: async () => config,
    visit: async () => `v${++it.visits}`,
    write: async (_visitor, what, key) => {
      if (it.broken) throw it.broken;
      if (keys.has(key)) return [];
      keys.add(key);
      if ("text" in what) lines.push(line(lines.length + 1, "client", what.text));
      const answers = it.answer("text" in what ? what.text : what.press);
      for (const answer of answers) {
        const at = lines.findIndex((known) => known.id === answer.id);
        if (at >= 0) lines[at] = answer;
        else lines.push(answer);
      }
      return answers;
    },
    history: async (_visitor, after) => {
      it.reads++;
      if (it.broken) throw it.broken;
      return lines.filter((known) => known.id > after).slice(0, 200);
    },
    contact: async () => ({ bot_url: "https://t.me/x" }),
  };
  return { it, api };
}

let session: Session;
let states: State[];
const last = () => states[states.length - 1] as State;
const texts = () => last().lines.map((known) => known.text);

beforeEach(() => {
  vi.useFakeTimers();
  session = openSession(`t${Math.random()}`);
  states = [];
});
afterEach(() => vi.useRealTimers());

const begin = (api: Api) => createChat(api, session, (state) => states.push(state));

describe("writing", () => {
  it("shows the line once, before its answer", async () => {
    const { it: other, api } = server();
    other.answer = () => [line(2, "bot", "Здравствуйте")];
    const chat = begin(api);
    await chat.open();
    await chat.send("  Привет ");
    expect(texts()).toEqual(["Привет", "Здравствуйте"]);
    expect(last().drafts).toEqual([]);
    expect(session.get().visitor).toBe("v1");
  });

  it("keeps the order of what was written in a hurry, in one visit", async () => {
    const { it: other, api } = server();
    const chat = begin(api);
    await chat.open();
    await Promise.all([chat.send("раз"), chat.send("два"), chat.send("три")]);
    expect(texts()).toEqual(["раз", "два", "три"]);
    expect(other.visits).toBe(1);
  });

  it("sends nothing twice when a failed line is tried again", async () => {
    const { it: other, api } = server();
    const chat = begin(api);
    await chat.open();
    other.broken = new Failure("offline");
    await chat.send("Привет");
    expect(last().drafts).toMatchObject([{ text: "Привет", state: "failed", trouble: "offline" }]);
    other.broken = undefined;
    const key = last().drafts[0]?.key ?? "";
    await Promise.all([chat.retry(key), chat.retry(key)]);
    expect(texts()).toEqual(["Привет"]);
    expect(last().drafts).toEqual([]);
  });

  it("begins a new visit when the server does not know the old one", async () => {
    const { it: other, api } = server();
    session.set({ visitor: "of-another-server" });
    const chat = begin(api);
    other.broken = new Failure("refused", 422, { visitor: "unknown" });
    await chat.open();
    expect(session.get().visitor).toBeUndefined();
    other.broken = undefined;
    await chat.send("Привет");
    expect(session.get().visitor).toBe("v1");
  });
});

describe("buttons", () => {
  const ask = (id: number, text: string) => line(id, "bot", text, [[{ text: "Да", data: `yes${id}` }]]);

  it("are put away once the next question has come, and stay while ticks are set", async () => {
    const { it: other, api } = server();
    other.answer = (said) =>
      said === "yes2" ? [ask(2, "Первый ✓")] : said === "done" ? [ask(3, "Второй")] : [ask(2, "Первый")];
    const chat = begin(api);
    await chat.open();
    await chat.send("анкета");
    await chat.press({ text: "Да", data: "yes2" }, ask(2, "Первый"));
    expect(texts()).toEqual(["анкета", "Первый ✓"]);
    expect(last().acted).toBeLessThan(2);
    await chat.press({ text: "Готово", data: "done" }, ask(2, "Первый ✓"));
    expect(last().acted).toBe(2);
    expect(session.get().acted).toBe(2);
  });
});

describe("answers of staff", () => {
  it("come by themselves, also the changes of earlier lines", async () => {
    const { it: other, api } = server();
    const chat = begin(api);
    await chat.open();
    await chat.send("Есть кто?");
    other.lines.push(line(2, "staff", "Да"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(texts()).toEqual(["Есть кто?", "Да"]);
    other.lines[1] = line(2, "staff", "Да, слушаю");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(texts()).toEqual(["Есть кто?", "Да, слушаю"]);
  });

  it("are counted while the chat is closed", async () => {
    const { it: other, api } = server();
    const chat = begin(api);
    await chat.open();
    await chat.send("Есть кто?");
    chat.close();
    other.lines.push(line(2, "staff", "Да"), line(3, "staff", "Слушаю"));
    await vi.advanceTimersByTimeAsync(45_000);
    expect(last().unread).toBe(2);
    await chat.open();
    expect(last().unread).toBe(0);
    expect(session.get().read).toBe(3);
  });

  it("are asked for more and more seldom while the server is away", async () => {
    const { it: other, api } = server();
    const chat = begin(api);
    await chat.open();
    await chat.send("Есть кто?");
    const before = other.reads;
    other.broken = new Failure("server");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(other.reads - before).toBeLessThanOrEqual(5);
    expect(last().trouble).toBeUndefined();
  });

  it("are not asked for by a visitor who never wrote", async () => {
    const { it: other, api } = server();
    const chat = begin(api);
    await chat.open();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(other.reads).toBe(0);
  });
});

it("reads a long conversation to its end", async () => {
  const { it: other, api } = server();
  for (let id = 1; id <= 450; id++) other.lines.push(line(id, "bot", String(id)));
  session.set({ visitor: "v" });
  const chat = begin(api);
  await chat.open();
  expect(last().lines).toHaveLength(450);
});

it("says that the site is not listed", async () => {
  const { api } = server();
  const chat = begin({
    ...api,
    config: async () => {
      throw new Failure("site", 403);
    },
  });
  await chat.open();
  expect(last()).toMatchObject({ trouble: "site", loading: false });
});
