import type { Edge } from "./drag";

// A finger has no drag of its own in most browsers: the card is held for a moment, then goes along.

/** How long a finger rests upon a card before the card goes along, in milliseconds. A shorter touch opens, a moving one scrolls. */
const HOLD_MS = 300;
/** How far a resting finger may tremble, in pixels. */
const SLACK = 10;
/** How near to an edge the board scrolls by itself, in pixels. */
const NEAR = 44;
/** How long a finger waits at the side of the board before the next column comes, in milliseconds. */
const TURN_MS = 450;

/** Where a card would land. */
export type Place = { stage: HTMLElement; card: HTMLElement | undefined; edge: Edge };

type Deeds = {
  onDragged: (on: boolean) => void;
  /** Told whenever the finger moves; undefined away from the board. */
  onOver: (place: Place | undefined) => void;
  onDrop: (place: Place) => void;
};

/** Lets a finger carry the element; answers how to stop that. */
export function carried(element: HTMLElement, { onDragged, onOver, onDrop }: Deeds): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  let ghost: HTMLElement | undefined;
  let finger = from;
  let frame = 0;
  let turned = 0;

  const over = () => placeAt(finger.x, finger.y);
  const scroll = (now: number) => {
    const under = document.elementFromPoint(finger.x, finger.y);
    const column = scrolled(under, "y");
    if (column) {
      const { top, bottom } = column.getBoundingClientRect();
      column.scrollTop += finger.y < top + NEAR ? -8 : finger.y > bottom - NEAR ? 8 : 0;
    }
    const side = finger.x < NEAR ? -1 : finger.x > innerWidth - NEAR ? 1 : 0;
    if (side === 0) {
      turned = now;
    } else if (now - turned > TURN_MS) {
      turned = now;
      const width = element.closest("[data-stage]")?.clientWidth ?? innerWidth;
      scrolled(element, "x")?.scrollBy({ left: side * width, behavior: "smooth" });
    }
    onOver(over());
    frame = requestAnimationFrame(scroll);
  };
  const lift = () => {
    const box = element.getBoundingClientRect();
    ghost = element.cloneNode(true) as HTMLElement;
    ghost.removeAttribute("data-card");
    ghost.dataset.ghost = "";
    ghost.inert = true;
    Object.assign(ghost.style, {
      position: "fixed",
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      zIndex: "60",
      pointerEvents: "none",
    });
    document.body.append(ghost);
    onDragged(true);
    turned = performance.now();
    frame = requestAnimationFrame(scroll);
  };
  const put = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    // The browser's own drag is the mouse's again.
    element.setAttribute("draggable", "true");
    if (ghost) {
      ghost.remove();
      ghost = undefined;
      onOver(undefined);
      onDragged(false);
    }
  };
  const start = (event: TouchEvent) => {
    put();
    const [touch] = event.touches;
    if (event.touches.length > 1 || !touch || (event.target as Element).closest("[aria-haspopup]")) {
      return;
    }
    from = finger = { x: touch.clientX, y: touch.clientY };
    element.setAttribute("draggable", "false");
    timer = setTimeout(lift, HOLD_MS);
  };
  const move = (event: TouchEvent) => {
    const [touch] = event.touches;
    if (!touch) {
      return;
    }
    finger = { x: touch.clientX, y: touch.clientY };
    if (!ghost) {
      if (Math.hypot(finger.x - from.x, finger.y - from.y) > SLACK) {
        clearTimeout(timer);
      }
      return;
    }
    event.preventDefault();
    ghost.style.transform = `translate(${finger.x - from.x}px, ${finger.y - from.y}px)`;
  };
  const end = (event: TouchEvent) => {
    const place = ghost && over();
    if (ghost) {
      // No click comes after: the card was carried, not opened.
      event.preventDefault();
    }
    put();
    if (place) {
      onDrop(place);
    }
  };
  const held = (event: Event) => ghost && event.preventDefault();
  element.addEventListener("touchstart", start, { passive: true });
  element.addEventListener("touchmove", move, { passive: false });
  element.addEventListener("touchend", end);
  element.addEventListener("touchcancel", put);
  element.addEventListener("contextmenu", held);
  return () => {
    put();
    element.removeEventListener("touchstart", start);
    element.removeEventListener("touchmove", move);
    element.removeEventListener("touchend", end);
    element.removeEventListener("touchcancel", put);
    element.removeEventListener("contextmenu", held);
  };
}

function placeAt(x: number, y: number): Place | undefined {
  const under = document.elementFromPoint(x, y);
  const stage = under?.closest<HTMLElement>("[data-stage]");
  const card = under?.closest<HTMLElement>("[data-card]") ?? undefined;
  if (!stage) {
    return undefined;
  }
  const box = card?.getBoundingClientRect();
  return { stage, card, edge: box && y > box.top + box.height / 2 ? "bottom" : "top" };
}

/** What scrolls around an element. */
function scrolled(element: Element | null, axis: "x" | "y"): Element | undefined {
  for (let at = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    const rolls = axis === "x" ? style.overflowX : style.overflowY;
    const more = axis === "x" ? at.scrollWidth > at.clientWidth : at.scrollHeight > at.clientHeight;
    if (more && (rolls === "auto" || rolls === "scroll")) {
      return at;
    }
  }
  return undefined;
}
