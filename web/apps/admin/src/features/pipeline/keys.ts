import { useTranslation } from "@orbita/i18n";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useHotkey } from "@/app/hotkeys";
import { type Board, stepped } from "./board";
import { useBoard } from "./context";

const faceOf = (card: Element | null | undefined) => card?.querySelector<HTMLElement>("[data-face]");

type Wish = {
  scroller: RefObject<HTMLElement | null>;
  board: RefObject<Board>;
  onMenu: (id: number) => void;
};

/**
 * Keys of the board: arrows walk between cards, with Ctrl they carry the card along; M opens its menu, X selects it,
 * Shift Enter opens the page. They wake when a card has the focus. Answers a way to keep the focus at a card.
 */
export function useBoardKeys({ scroller, board, onMenu }: Wish): (id: number) => void {
  const { t } = useTranslation("pipeline");
  const { move, select } = useBoard();
  const navigate = useNavigate();
  const [here, setHere] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    const look = () => setHere(element?.contains(document.activeElement) === true && current() !== undefined);
    element?.addEventListener("focusin", look);
    element?.addEventListener("focusout", look);
    return () => {
      element?.removeEventListener("focusin", look);
      element?.removeEventListener("focusout", look);
    };
  }, [scroller]);

  // The card is drawn anew elsewhere after a move: the focus goes after it, once it is there.
  const wanted = useRef<{ id: number; stage?: number }>(undefined);
  useEffect(() => {
    if (!wanted.current) {
      return;
    }
    const { id, stage } = wanted.current;
    const within = stage === undefined ? "" : `[data-stage="${stage}"]`;
    // A rail draws no cards: its own button takes the focus then.
    const face =
      faceOf(scroller.current?.querySelector(`${within} [data-card="${id}"]`)) ??
      scroller.current?.querySelector<HTMLElement>(`${within || "none"}[data-rail] button`);
    if (face) {
      if (face !== document.activeElement) {
        face.focus();
        face.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      wanted.current = undefined;
    }
  });

  const walk = (key: string) => {
    const card = current();
    const column = card?.closest("[data-stage]");
    if (!card || !column || !scroller.current) {
      return;
    }
    const cards = [...column.querySelectorAll("[data-card]")];
    const at = cards.indexOf(card);
    let next: Element | undefined = key === "ArrowUp" ? cards[at - 1] : key === "ArrowDown" ? cards[at + 1] : undefined;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const columns = [...scroller.current.querySelectorAll("[data-stage]")];
      const step = key === "ArrowLeft" ? -1 : 1;
      for (let i = columns.indexOf(column) + step; !next && i >= 0 && i < columns.length; i += step) {
        const others = columns[i]?.querySelectorAll("[data-card]") ?? [];
        next = others[Math.min(at, others.length - 1)];
      }
    }
    const face = faceOf(next);
    face?.focus();
    face?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const carry = (key: string) => {
    const id = Number(current()?.getAttribute("data-card"));
    const wish = id ? stepped(board.current, id, key) : undefined;
    if (wish) {
      wanted.current = { id, stage: wish.stage };
      move(wish);
    }
  };
  const withCard = (run: (id: number) => void) => () => {
    const id = Number(current()?.getAttribute("data-card"));
    if (id) {
      run(id);
    }
  };
  const options = { enabled: here };
  useHotkey("ArrowUp", t("keys.walk"), () => walk("ArrowUp"), options);
  useHotkey("ArrowDown", t("keys.walk"), () => walk("ArrowDown"), options);
  useHotkey("ArrowLeft", t("keys.walk"), () => walk("ArrowLeft"), options);
  useHotkey("ArrowRight", t("keys.walk"), () => walk("ArrowRight"), options);
  useHotkey("Mod ArrowUp", t("keys.carry"), () => carry("ArrowUp"), options);
  useHotkey("Mod ArrowDown", t("keys.carry"), () => carry("ArrowDown"), options);
  useHotkey("Mod ArrowLeft", t("keys.carry"), () => carry("ArrowLeft"), options);
  useHotkey("Mod ArrowRight", t("keys.carry"), () => carry("ArrowRight"), options);
  useHotkey("M", t("keys.menu"), withCard(onMenu), options);
  useHotkey("X", t("keys.select"), withCard(select), options);
  useHotkey(
    "Shift Enter",
    t("keys.page"),
    withCard((id) => void navigate(`/clients/${id}`)),
    options,
  );
  return useCallback((id: number) => {
    wanted.current = { id };
  }, []);
}

const current = () => document.activeElement?.closest("[data-card]") ?? undefined;
