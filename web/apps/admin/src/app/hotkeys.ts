import { useEffect, useRef, useSyncExternalStore } from "react";

/** Where a key belongs in the list that `?` shows. */
export type Group = "general" | "go" | "page";

type Hotkey = { keys: string; label: string; group: Group; run: (event: KeyboardEvent) => void; everywhere: boolean };

const SWITCH = "orbita.hotkeys";
const registry = new Set<Hotkey>();
const watchers = new Set<() => void>();
let snapshot: readonly Hotkey[] = [];
let pending: { code: string; at: number } | undefined;

function changed(): void {
  snapshot = [...registry];
  for (const watcher of watchers) {
    watcher();
  }
}

/** By the place of the key, not by its letter: with a Russian layout C types «с». */
function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) {
    return `Key${key}`;
  }
  if (/^\d$/.test(key)) {
    return `Digit${key}`;
  }
  return (
    { "/": "Slash", "?": "Slash", ".": "Period", ",": "Comma", "[": "BracketLeft", "]": "BracketRight" }[key] ?? key
  );
}

/** Whether one press is «Mod K», «Shift Enter», «?» or «C». */
export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split(" ");
  const key = parts.at(-1) ?? "";
  const mod = parts.includes("Mod");
  const shift = parts.includes("Shift") || key === "?";
  return (
    event.code === codeOf(key) &&
    (event.ctrlKey || event.metaKey) === mod &&
    event.shiftKey === shift &&
    event.altKey === parts.includes("Alt")
  );
}

const isSequence = (keys: string) => keys.startsWith("G ");

export const hotkeysOn = (): boolean => {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true;
  }
};

export function switchHotkeys(on: boolean): void {
  try {
    localStorage.setItem(SWITCH, on ? "on" : "off");
  } catch {
    // Nothing to remember it by.
  }
  changed();
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox], [role=textbox]"))
  );
}

const covered = () =>
  document.querySelector("[role=dialog]:not([data-peek], [data-toast]), [role=alertdialog], [role=menu]") !== null;

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) {
    return;
  }
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  // The freshest first: what a page lays over the rest wins.
  const all = [...registry].reverse();
  const always = all.find((each) => each.everywhere && matches(event, each.keys));
  if (always) {
    event.preventDefault();
    always.run(event);
    return;
  }
  if (!hotkeysOn() || typing(event.target) || covered()) {
    return;
  }
  if (pending && plain && event.timeStamp - pending.at < 1200) {
    pending = undefined;
    const second = all.find((each) => isSequence(each.keys) && codeOf(each.keys.slice(2)) === event.code);
    if (second) {
      event.preventDefault();
      second.run(event);
      return;
    }
  }
  pending = undefined;
  if (plain && !event.shiftKey && event.code === "KeyG") {
    pending = { code: event.code, at: event.timeStamp };
    return;
  }
  const hit = all.find((each) => !isSequence(each.keys) && matches(event, each.keys));
  if (hit) {
    event.preventDefault();
    hit.run(event);
  }
}

if (typeof window !== "undefined") {
  window.addEventListener("keydown", onKey);
}

type Options = { group?: Group; enabled?: boolean; everywhere?: boolean };

/**
 * Hangs a key while the component lives: "C", "Mod K", "Shift Enter", "G P" (one after the other), "?". Keys sleep while
 * somebody types or a dialog is open, except `everywhere` ones.
 */
export function useHotkey(
  keys: string,
  label: string,
  run: (event: KeyboardEvent) => void,
  options: Options = {},
): void {
  const { group = "page", enabled = true, everywhere = false } = options;
  const last = useRef(run);
  useEffect(() => {
    last.current = run;
  });
  useEffect(() => {
    if (!enabled) {
      return;
    }
    const entry: Hotkey = { keys, label, group, everywhere, run: (event) => last.current(event) };
    registry.add(entry);
    changed();
    return () => {
      registry.delete(entry);
      changed();
    };
  }, [keys, label, group, enabled, everywhere]);
}

/** All keys that work now, for the list. */
export const useHotkeys = (): readonly Hotkey[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => snapshot,
  );
