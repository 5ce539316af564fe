import { api, take } from "@orbita/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { BotMessage, InlineButton, ThreadLine } from "../types";
import type { Guest } from "./guests";

/** What was written here and is not in the thread yet. */
export type Draft = {
  key: number;
  text: string;
  failed: boolean;
  /** What the guest had said before. */
  before: ReadonlySet<string>;
  send: () => Promise<unknown>;
};

const LINES = 150;
const PATIENCE = 6_000;
const LIVELY = 700;
const CALM = 2_500;

/** One guest's chat with the bot: both sides, and ways to do what a person can do in Telegram. */
export function useBotChat(business: string, guest: Guest, now: () => number) {
  const client = useQueryClient();
  const key = ["sandbox", business, guest.id];
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [pressed, setPressed] = useState<string>();
  const [waits, setWaits] = useState(false);
  const number = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const answered = useRef("");

  const thread = useQuery({
    queryKey: [...key, "thread"],
    queryFn: () =>
      take(
        api.GET("/api/sandbox/bot/{business}/thread", {
          params: { path: { business }, query: { chat_id: guest.id, limit: LINES } },
        }),
      ).then((page) => (page.items ?? []) as ThreadLine[]),
    refetchInterval: (query) => (query.state.status === "error" ? 10_000 : waits ? LIVELY : CALM),
  });
  const lines = thread.data ?? [];
  const newest = fingerprint(lines);
  const botSpokeLast = lines.at(-1)?.message !== undefined;
  useEffect(() => {
    // The bot has answered: it types no more.
    if (botSpokeLast && answered.current !== newest) {
      setWaits(false);
      setPressed(undefined);
    }
  }, [newest, botSpokeLast]);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function update(kind: "message" | "callback_query", fields: Record<string, unknown>) {
    number.current = Math.max(number.current + 1, Math.floor(Date.now() * 1000));
    const id = number.current;
    const who = { id: guest.id, is_bot: false, first_name: guest.name, language_code: "ru" };
    const chat = { id: guest.id, type: "private", first_name: guest.name };
    const body =
      kind === "message"
        ? { message_id: id, date: Math.floor(now() / 1000), from: who, chat, ...fields }
        : {
            id: String(id),
            from: who,
            chat_instance: "1",
            data: fields.data,
            message: { message_id: fields.on, date: 0, chat },
          };
    answered.current = newest;
    setWaits(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setWaits(false);
      setPressed(undefined);
    }, PATIENCE);
    await take(
      api.POST("/api/sandbox/bot/{business}/updates", {
        params: { path: { business } },
        body: { update_id: id, [kind]: body } as never,
      }),
    );
    await client.invalidateQueries({ queryKey: key });
  }

  async function deliver(draft: Draft) {
    setDrafts((all) => [...all.filter((it) => it.key !== draft.key), { ...draft, failed: false }]);
    try {
      await draft.send();
      setDrafts((all) => all.filter((it) => it.key !== draft.key));
    } catch {
      setDrafts((all) => all.map((it) => (it.key === draft.key ? { ...it, failed: true } : it)));
      setWaits(false);
    }
  }

  const say = (text: string, fields: Record<string, unknown> = { text }) =>
    deliver({
      key: Math.random(),
      text,
      failed: false,
      before: new Set(own(lines).map((line) => line.id)),
      send: () => update("message", fields),
    });

  return {
    thread,
    lines,
    drafts: drafts.filter((draft) => draft.failed || !arrived(draft, lines)),
    typing: waits,
    pressed,
    say,
    retry: deliver,
    /** The guest's own phone, as the button of Telegram would send it. */
    shareContact: (phone: string) =>
      say(phone, { contact: { phone_number: phone, first_name: guest.name, user_id: guest.id } }),
    press: async (message: BotMessage, button: InlineButton) => {
      setPressed(`${message.message_id} ${button.callback_data}`);
      try {
        await update("callback_query", { data: button.callback_data, on: message.message_id });
      } catch (error) {
        setPressed(undefined);
        setWaits(false);
        throw error;
      }
    },
  };
}

const own = (lines: ThreadLine[]) => lines.filter((line) => !line.message);

/** Whether the thread shows it already, so that it does not stand there twice while its request ends. */
export const arrived = (draft: Pick<Draft, "text" | "before">, lines: ThreadLine[]): boolean =>
  own(lines).some((line) => !draft.before.has(line.id) && (line.text === draft.text || line.kind === "contact"));

/** Changes whenever the bot says or changes something. */
const fingerprint = (lines: ThreadLine[]): string =>
  lines.map((line) => (line.message ? `${line.id}.${line.message.edit_date ?? ""}` : "")).join();
