import type { Schema } from "@orbita/api";

/** The contract leaves open what is always there; only these may be missing. */
type With<T, Missing extends keyof T = never> = Required<Omit<T, Missing>> & Pick<T, Missing>;

export type InlineButton = With<Schema<"MessagingBotMessageInlineButton">, "callback_data" | "url">;

export type BotMessage = Omit<
  With<Schema<"MessagingBotMessage">, "edit_date" | "text" | "caption" | "document" | "reply_markup" | "url">,
  "document" | "reply_markup"
> & {
  document?: Required<Schema<"MessagingBotMessageBotDocument">>;
  reply_markup?: {
    inline_keyboard?: InlineButton[][];
    keyboard?: Required<Schema<"MessagingBotMessageReplyButton">>[][];
    remove_keyboard?: boolean;
  };
};

export type ThreadLine = { id: string; at: string; kind?: string; text?: string; message?: BotMessage };

export type SandboxGuest = With<Schema<"MessagingSandboxThreadSandboxGuest">, "username">;

export type Happening = With<Schema<"MessagingSandboxThreadHappening">, "from_stage" | "to_stage" | "cause" | "title">;

export type Command = Required<Schema<"MessagingSandboxChatMenuCommand">>;

export type Letter = Omit<
  With<Schema<"MessagingSandboxMailboxSandboxLetter">, "subject" | "text" | "file_name" | "mime_type" | "url">,
  "links"
> & { links: Required<Schema<"MessagingSandboxMailboxLetterLink">>[] };

export type Order = Required<Schema<"PaymentsSandboxPayTillOrder">>;
