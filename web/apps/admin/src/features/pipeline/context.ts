import { createContext, use } from "react";
import type { Card, Column, Move } from "./board";

/** What every card of the board may do. It hardly ever changes, so that cards are not drawn anew. */
export type BoardDeeds = {
  stages: readonly Pick<Column, "id" | "name" | "role" | "hue">[];
  filled: ReadonlyMap<number, number>;
  move: (wish: Move) => void;
  select: (id: number) => void;
  /** Asks for a note before the move. */
  note: (card: Card) => void;
};

export const BoardContext = createContext<BoardDeeds | undefined>(undefined);

export function useBoard(): BoardDeeds {
  const deeds = use(BoardContext);
  if (!deeds) {
    throw new Error("No board around.");
  }
  return deeds;
}
