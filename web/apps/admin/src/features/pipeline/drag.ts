import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import { preserveOffsetOnSource } from "@atlaskit/pragmatic-drag-and-drop/utils/preserve-offset-on-source";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";

import { carried, type Place } from "./touch";

// All of dragging, in a chunk that comes after the first cards are seen.

export type Edge = "top" | "bottom";
type Stop = () => void;
const edgeOf = (data: Record<string, unknown>): Edge | null => {
  const edge = extractClosestEdge(data);
  return edge === "top" || edge === "bottom" ? edge : null;
};

/** What a finger needs to know of cards and columns; the mouse is told by the library. */
const edges = new WeakMap<Element, (edge: Edge | null) => void>();
const overs = new WeakMap<Element, (on: boolean) => void>();
const droppers = new Set<(drop: Drop) => void>();
let marked: Place | undefined;

function mark(place: Place | undefined): void {
  if (marked?.card && marked.card !== place?.card) {
    edges.get(marked.card)?.(null);
  }
  if (marked && marked.stage !== place?.stage) {
    overs.get(marked.stage)?.(false);
  }
  if (place) {
    overs.get(place.stage)?.(true);
    if (place.card) {
      edges.get(place.card)?.(place.edge);
    }
  }
  marked = place;
}

/** A card: can be dragged, and tells at which of its edges another one would land. */
export function card(
  element: HTMLElement,
  data: { card: number; stage: number },
  onDragged: (on: boolean) => void,
  onEdge: (edge: Edge | null) => void,
): Stop {
  edges.set(element, onEdge);
  return combine(
    () => void edges.delete(element),
    carried(element, {
      onDragged,
      onOver: (place) => mark(place?.card === element ? { ...place, card: undefined } : place),
      onDrop: ({ stage: to, card: other, edge }) => {
        const beside = other && other !== element ? { beside: { card: Number(other.dataset.card), edge } } : {};
        for (const dropped of droppers) {
          dropped({ card: data.card, from: data.stage, stage: Number(to.dataset.stage), ...beside });
        }
      },
    }),
    draggable({
      element,
      getInitialData: () => data,
      onGenerateDragPreview: ({ nativeSetDragImage, location }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: preserveOffsetOnSource({ element, input: location.current.input }),
          render: ({ container }) => {
            const copy = element.cloneNode(true) as HTMLElement;
            copy.style.width = `${element.offsetWidth}px`;
            container.append(copy);
          },
        }),
      onDragStart: () => onDragged(true),
      onDrop: () => onDragged(false),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.card === "number",
      getData: ({ input }) => attachClosestEdge(data, { input, element, allowedEdges: ["top", "bottom"] }),
      onDrag: ({ self, source }) => onEdge(source.data.card === data.card ? null : edgeOf(self.data)),
      onDragLeave: () => onEdge(null),
      onDrop: () => onEdge(null),
    }),
  );
}

/** A column or a rail: takes cards. */
export function stage(element: HTMLElement, id: number, onOver: (on: boolean) => void): Stop {
  overs.set(element, onOver);
  return combine(
    () => void overs.delete(element),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.card === "number",
      getData: () => ({ stage: id }),
      onDragEnter: () => onOver(true),
      onDragLeave: () => onOver(false),
      onDrop: () => onOver(false),
    }),
  );
}

/** Scrolls by itself when a card is held near its edge. */
export const scrolls = (element: HTMLElement): Stop => autoScrollForElements({ element });

type Drop = { card: number; from: number; stage: number; beside?: { card: number; edge: Edge } };

/** Tells of each drop upon a column or a card. */
export function drops(onDrop: (drop: Drop) => void): Stop {
  droppers.add(onDrop);
  return combine(
    () => void droppers.delete(onDrop),
    monitorForElements({
      canMonitor: ({ source }) => typeof source.data.card === "number",
      onDrop: ({ source, location }) => {
        const target = location.current.dropTargets[0]?.data;
        if (!target || typeof target.stage !== "number") {
          return;
        }
        onDrop({
          card: source.data.card as number,
          from: source.data.stage as number,
          stage: target.stage,
          ...(typeof target.card === "number" ? { beside: { card: target.card, edge: edgeOf(target) ?? "top" } } : {}),
        });
      },
    }),
  );
}

/** A row of the list of stages. */
export function row(
  element: HTMLElement,
  index: number,
  onEdge: (edge: Edge | null) => void,
  onMove: (from: number, to: number) => void,
): Stop {
  return combine(
    draggable({ element, getInitialData: () => ({ row: index }) }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data.row === "number",
      getData: ({ input }) => attachClosestEdge({}, { input, element, allowedEdges: ["top", "bottom"] }),
      onDrag: ({ self }) => onEdge(edgeOf(self.data)),
      onDragLeave: () => onEdge(null),
      onDrop: ({ self, source }) => {
        onEdge(null);
        const from = source.data.row as number;
        const below = edgeOf(self.data) === "bottom" ? index + 1 : index;
        onMove(from, from < below ? below - 1 : below);
      },
    }),
  );
}
