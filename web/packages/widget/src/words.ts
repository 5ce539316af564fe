/** All that the widget says by itself. The greeting and the quick replies are the owner's. */
const ru = {
  open: "Открыть чат",
  close: "Закрыть чат",
  unread: (n: number) => `Открыть чат, непрочитанных сообщений: ${n}`,
  subtitle: "Отвечаем прямо здесь",
  greeting: "Здравствуйте! Подберём программу или ответим на вопрос. С чего начнём?",
  chat: "Чат",
  contacts: "Оставить контакты",
  placeholder: "Напишите сообщение…",
  send: "Отправить",
  log: "Переписка",
  typing: "Собеседник печатает",
  bot: "Бот",
  staff: "Сотрудник",
  retry: "Повторить",
  loading: "Загружаем переписку",
  openBot: "Продолжить в боте",
  consent: ["Отправляя сообщение, вы соглашаетесь ", "на обработку персональных данных"],
  problems: {
    offline: "Нет связи. Проверьте интернет и повторите.",
    server: "Сервер не отвечает. Повторите чуть позже.",
    limit: "Слишком часто. Подождите минуту и повторите.",
    refused: "Сообщение не принято.",
    site: "Чат на этом сайте не подключён.",
  },
  form: {
    intro: "Оставьте телефон или почту, и мы свяжемся с вами.",
    name: "Имя",
    phone: "Телефон",
    email: "Почта",
    submit: "Отправить",
    done: "Спасибо! Контакты у нас, скоро ответим.",
    back: "Вернуться в чат",
  },
};

const en: typeof ru = {
  open: "Open chat",
  close: "Close chat",
  unread: (n) => `Open chat, unread messages: ${n}`,
  subtitle: "We reply right here",
  greeting: "Hello! We can pick a programme for you or answer a question. Where shall we start?",
  chat: "Chat",
  contacts: "Leave contacts",
  placeholder: "Write a message…",
  send: "Send",
  log: "Conversation",
  typing: "Typing",
  bot: "Bot",
  staff: "Staff",
  retry: "Retry",
  loading: "Loading the conversation",
  openBot: "Continue in the bot",
  consent: ["By sending a message you agree to the ", "processing of your personal data"],
  problems: {
    offline: "No connection. Check the internet and retry.",
    server: "The server does not answer. Retry a little later.",
    limit: "Too often. Wait a minute and retry.",
    refused: "The message was not accepted.",
    site: "The chat is not set up for this site.",
  },
  form: {
    intro: "Leave a phone number or an e-mail and we will get in touch.",
    name: "Name",
    phone: "Phone",
    email: "E-mail",
    submit: "Send",
    done: "Thank you! We have your contacts and will reply soon.",
    back: "Back to the chat",
  },
};

export type Words = typeof ru;
export type Lang = "ru" | "en";

export const words = (lang: Lang): Words => (lang === "en" ? en : ru);
