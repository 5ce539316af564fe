import { i18next } from "@orbita/i18n";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { Manager } from "./toast-layer";

/** How long a way back is offered, in milliseconds. */
export const UNDO_MS = 5000;

type Words = { title: string; description?: string };
type Say = (manager: Manager) => void;

let shown: Manager | undefined;
let waiting: Say[] = [];
let hurry: (() => void) | undefined;

/** What is said before the layer is there waits for it, and makes it come at once. */
function say(words: Say): void {
  if (shown) {
    words(shown);
  } else {
    waiting.push(words);
    hurry?.();
  }
}

/** Short words at the edge of the screen; also read aloud. */
export const toast = {
  done: ({ title, description }: Words): void =>
    say((manager) => manager.add({ title, description, type: "done", timeout: 4000 })),
  /** With a way back for five seconds. */
  undo: ({ title, description }: Words, undo: () => void): void =>
    say((manager) => {
      const id = manager.add({
        title,
        description,
        type: "done",
        timeout: UNDO_MS,
        actionProps: {
          children: i18next.t("common:undo"),
          onClick: () => {
            manager.close(id);
            undo();
          },
        },
      });
    }),
  failed: ({ title, description }: Words): void =>
    say((manager) => manager.add({ title, description, type: "failed", timeout: 8000, priority: "high" })),
};

/** The layer listens now: says what has waited for it. */
function arrived(manager: Manager): void {
  shown = manager;
  const before = waiting;
  waiting = [];
  for (const words of before) {
    words(manager);
  }
}

type Layer = { manager: Manager; View: ComponentType<{ manager: Manager; onReady: (manager: Manager) => void }> };

/** Shows toasts, from the first one on; no first look at a page needs them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [layer, setLayer] = useState<Layer>();
  useEffect(() => {
    let gone = false;
    const load = () =>
      void import("./toast-layer").then(({ default: View, makeManager }) => {
        if (!gone) {
          setLayer((now) => now ?? { manager: makeManager(), View });
        }
      });
    hurry = load;
    if (waiting.length > 0) {
      load();
    }
    const timer = setTimeout(load, 800);
    return () => {
      gone = true;
      clearTimeout(timer);
      hurry = undefined;
      shown = undefined;
    };
  }, []);
  return (
    <>
      {children}
      {layer && <layer.View manager={layer.manager} onReady={arrived} />}
    </>
  );
}
