import { expect, type Locator, type Page } from "@playwright/test";

type Answer = { press: string } | { say: string };

/** What is answered to which question: some by a button, some by typing, as people do. */
const ANSWERS: [question: RegExp, ...answers: Answer[]][] = [
  [/Ваш пол/, { press: "Женский" }],
  [/полных лет/, { say: "32" }],
  [/опыт тренировок/, { press: "Новичок" }],
  [/Какая у вас цель/, { say: "похудеть" }],
  [/Какой у вас рост/, { say: "1,68 м" }],
  [/Какой у вас вес/, { say: "64,5" }],
  [/обычный день/, { press: "Сидячий" }],
  [/Сколько дней в неделю/, { press: "3" }],
  [/Где будете/, { press: "Дом" }],
  [/из инвентаря/, { say: "гантели" }],
  [/по здоровью/, { press: "Колени" }, { press: "Готово" }],
  [/Расскажите в двух словах/, { say: "колени ноют на приседаниях" }],
  [/согласие на обработку/, { press: "Даю согласие" }],
  [/по желанию/, { press: "Нет, спасибо" }],
];

/** A person before the sandbox's chat, who does there what one can do in Telegram. */
export class Chat {
  readonly log: Locator;

  constructor(private readonly page: Page) {
    this.log = page.getByRole("log");
  }

  /** A new person, who has not spoken with the bot yet. */
  async begin(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Гость", exact: true }).click();
    await this.page.getByRole("menuitem", { name: "Новый гость" }).click();
    await this.page.getByRole("textbox", { name: "Имя" }).fill(name);
    await this.page.getByRole("button", { name: "Начать разговор" }).click();
    await this.page.getByRole("button", { name: "Начать", exact: true }).click();
    await expect(this.log.getByText("Здравствуйте").last()).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Сообщение" }).fill(text);
    await this.page.keyboard.press("Enter");
  }

  /** Presses the newest button of this name. */
  async press(name: string | RegExp): Promise<void> {
    await this.log
      .getByRole("button", { name, exact: typeof name === "string" })
      .last()
      .click();
  }

  /** Answers until the bot has no question left; what is given goes before the usual. */
  async answerAll(own: [question: RegExp, ...answers: Answer[]][] = []): Promise<void> {
    const question = this.log.getByText(/Вопрос \d+ из \d+/).last();
    const done = this.log.getByText(/Собираем вашу программу/).last();
    for (let at = ""; ; ) {
      await expect(async () => {
        expect((await done.isVisible()) || (await question.textContent()) !== at).toBe(true);
      }).toPass({ timeout: 15_000 });
      if (await done.isVisible()) {
        return;
      }
      at = (await question.textContent()) ?? "";
      const asked = at.split(/Вопрос \d+ из \d+/).at(-1) ?? "";
      const known = [...own, ...ANSWERS].find(([words]) => words.test(asked));
      if (!known) {
        throw new Error(`no answer to «${asked}»`);
      }
      for (const answer of known.slice(1) as Answer[]) {
        if ("say" in answer) {
          await this.say(answer.say);
        } else if (answer.press === "Колени") {
          // A tick changes its own button.
          await this.press(/Колени$/);
          await expect(this.log.getByRole("button", { name: "☑ Колени" }).last()).toBeVisible();
          at = (await question.textContent()) ?? "";
        } else {
          await this.press(answer.press);
        }
      }
    }
  }
}
