import { useSyncExternalStore } from "react";

const KEY = "orbita.inbox.drafts";
const MOST = 50;

type Drafts = Record<string, string>;

/** With a letter: names that are numbers would be sorted, and the order is that of writing. */
const nameOf = (id: number) => `c${id}`;

/** The draft of one conversation put into those that are kept: the newest 50, an empty one not. */
export function withDraft(drafts: Drafts, id: number, text: string): Drafts {
  const { [nameOf(id)]: _, ...rest } = drafts;
  const others = Object.entries(rest);
  return Object.fromEntries(text.trim() ? [...others.slice(1 - MOST), [nameOf(id), text]] : others);
}

function kept(): Drafts {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return found && typeof found === "object"
      ? Object.fromEntries(
          Object.entries(found).filter((each): each is [string, string] => typeof each[1] === "string"),
        )
      : {};
  } catch {
    return {};
  }
}

let drafts = kept();
const watchers = new Set<() => void>();

/** Keeps what is written and not sent until the tab is closed. */
export function keepDraft(id: number, text: string): void {
  drafts = withDraft(drafts, id, text);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(drafts));
  } catch {
    // It lives as long as the page then.
  }
  for (const watcher of watchers) {
    watcher();
  }
}

/** What is written in a conversation and not sent. */
export const useDraft = (id: number): string =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => drafts[nameOf(id)] ?? "",
  );
