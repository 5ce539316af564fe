import { autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { Side } from "./tooltip";

type Shown = { trigger: HTMLElement; label: string; keys: string | undefined };

/** The one tooltip of the page: after a rest of the pointer, or at once for who comes by the keyboard; Esc puts it away. */
export default function TipLayer({ delay }: { delay: number }) {
  const [shown, setShown] = useState<Shown>();
  const popup = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over: HTMLElement | undefined;
    const away = () => {
      clearTimeout(timer);
      over = undefined;
      setShown(undefined);
    };
    const come = (target: EventTarget | null, wait: number) => {
      const trigger = target instanceof Element ? target.closest<HTMLElement>("[data-tip]") : null;
      if (!trigger) {
        away();
        return;
      }
      if (trigger === over) {
        return;
      }
      away();
      over = trigger;
      timer = setTimeout(() => {
        if (trigger.isConnected && trigger.getAttribute("aria-expanded") !== "true") {
          setShown({ trigger, label: trigger.dataset.tip ?? "", keys: trigger.dataset.tipKeys });
        }
      }, wait);
    };
    const onOver = (event: PointerEvent) => event.pointerType === "mouse" && come(event.target, delay);
    const onFocus = (event: FocusEvent) =>
      event.target instanceof Element && event.target.matches(":focus-visible") && come(event.target, 0);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && away();
    addEventListener("pointerover", onOver);
    addEventListener("focusin", onFocus);
    addEventListener("focusout", away);
    addEventListener("pointerdown", away, true);
    addEventListener("keydown", onKey, true);
    return () => {
      clearTimeout(timer);
      removeEventListener("pointerover", onOver);
      removeEventListener("focusin", onFocus);
      removeEventListener("focusout", away);
      removeEventListener("pointerdown", away, true);
      removeEventListener("keydown", onKey, true);
    };
  }, [delay]);

  useEffect(() => {
    const box = popup.current;
    if (!shown || !box) {
      return;
    }
    return autoUpdate(shown.trigger, box, () => {
      if (!shown.trigger.isConnected) {
        setShown(undefined);
        return;
      }
      void computePosition(shown.trigger, box, {
        strategy: "fixed",
        placement: (shown.trigger.dataset.tipSide as Side | undefined) ?? "top",
        middleware: [offset(6), flip(), shift({ padding: 6 })],
      }).then(({ x, y }) => {
        box.style.left = `${x}px`;
        box.style.top = `${y}px`;
        box.style.visibility = "visible";
      });
    });
  }, [shown]);

  return (
    shown &&
    createPortal(
      // The trigger says the same by its own label, so a screen reader is told once.
      <div
        ref={popup}
        aria-hidden
        data-tooltip
        style={{ visibility: "hidden" }}
        className="pointer-events-none fixed top-0 left-0 z-70 flex w-max max-w-72 items-center gap-2 rounded-md bg-fg px-2 py-1 text-xs text-bg shadow-pop"
      >
        {shown.label}
        {shown.keys && <span className="opacity-60">{shown.keys}</span>}
      </div>,
      document.body,
    )
  );
}
