import type { Conversation } from "./queries";

export const nameOf = (talk: Conversation): string => talk.client?.name || talk.title;

const channels = ["sandbox", "telegram", "vk", "site", "email", "sms"] as const;
/** The key of the channel's words. */
export const channelOf = (channel: string) => channels.find((each) => each === channel) ?? "other";

const kinds = ["media", "contact", "press", "command", "blocked", "unblocked", "other"] as const;
/** The key of the words for what has no text of its own. */
export const kindOf = (kind: string) => kinds.find((each) => each === kind) ?? "other";
