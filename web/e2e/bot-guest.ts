import { expect, type Page } from "@playwright/test";
import { url } from "./orbita";

type Button = { text: string; callback_data?: string; url?: string };
type Message = { message_id: number; text?: string; caption?: string; reply_markup?: { inline_keyboard?: Button[][] } };

const ANSWERS: [question: string, answer: string][] = [
  ["Ваш пол", "[Женский]"],
  ["полных лет", "32"],
  ["опыт тренировок", "[Новичок]"],
  ["Какая у вас цель", "[Похудение]"],
  ["Какой у вас рост", "168"],
  ["Какой у вас вес", "64,5"],
  ["обычный день", "[Сидячий]"],
  ["Сколько дней в неделю", "[3]"],
  ["Где будете", "[Дом]"],
];

/** A person in the sandbox's chat of the demo business, who says and presses what people do. */
export class BotGuest {
  private readonly chat = 800_000 + Math.floor(Math.random() * 99_000);
  private update = this.chat * 1000;
  private message = 1;

  constructor(
    private readonly page: Page,
    private readonly name: string,
  ) {}

  private async messages(): Promise<Message[]> {
    const answer = await this.page.request.get(url(`/api/sandbox/bot/demo/messages?chat_id=${this.chat}&after=0`));
    return ((await answer.json()) as { items: Message[] }).items;
  }

  private async send(body: object): Promise<void> {
    const before = (await this.messages()).length;
    const answer = await this.page.request.post(url("/api/sandbox/bot/demo/updates"), {
      data: { update_id: ++this.update, ...body },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    await expect.poll(async () => (await this.messages()).length, { timeout: 20_000 }).toBeGreaterThan(before);
  }

  private get from() {
    return { id: this.chat, is_bot: false, first_name: this.name, language_code: "ru" };
  }

  async say(text: string): Promise<void> {
    const chat = { id: this.chat, type: "private", first_name: this.name };
    await this.send({ message: { message_id: ++this.message, date: 1_795_168_800, from: this.from, chat, text } });
  }

  private async buttons(): Promise<(Button & { message: number })[]> {
    return (await this.messages()).flatMap((each) =>
      (each.reply_markup?.inline_keyboard ?? []).flat().map((button) => ({ ...button, message: each.message_id })),
    );
  }

  async press(label: string | RegExp): Promise<void> {
    const fits = (text: string) => (typeof label === "string" ? text.includes(label) : label.test(text));
    const found = (await this.buttons()).filter((each) => each.callback_data && fits(each.text)).at(-1);
    expect(found, `a button ${label}`).toBeDefined();
    await this.send({
      callback_query: {
        id: String(this.update),
        from: this.from,
        chat_instance: "1",
        data: found?.callback_data,
        message: { message_id: found?.message, date: 0, chat: { id: this.chat, type: "private" } },
      },
    });
  }

  /** From the menu to the free programme. */
  async answerAll(): Promise<void> {
    await this.say("/start");
    await this.press("бесплатную программу");
    for (let i = 0; i < 30; i++) {
      const last = (await this.messages()).at(-1);
      const text = last?.text ?? last?.caption ?? "";
      const answer = ANSWERS.find(([question]) => text.includes(question))?.[1];
      const next = (last?.reply_markup?.inline_keyboard ?? [])
        .flat()
        .find((each) => /Готово|оглас|Нет|Пропустить/.test(each.text));
      if (answer?.startsWith("[")) {
        await this.press(answer.slice(1, -1));
      } else if (answer) {
        await this.say(answer);
      } else if (next) {
        await this.press(next.text);
      } else {
        break;
      }
    }
    await expect
      .poll(async () => (await this.messages()).some((each) => "document" in each), { timeout: 20_000 })
      .toBe(true);
  }

  /** The path of a link into the cabinet. */
  async cabinet(): Promise<string> {
    await this.say("/cabinet");
    const link = (await this.buttons())
      .map((each) => each.url ?? "")
      .filter((each) => each.includes("/c/"))
      .at(-1);
    expect(link).toBeDefined();
    return new URL(link ?? "").pathname;
  }
}
