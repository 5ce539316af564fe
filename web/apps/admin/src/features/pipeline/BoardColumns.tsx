import { useNarrow } from "@orbita/ui";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { usePeek } from "@/app/peek";
import { arrivals, type Board, beside, kindOf, type Column as Stage } from "./board";
import { Column, Rail } from "./Column";
import { useBoard } from "./context";
import { useBoardKeys } from "./keys";
import { type Filters, useMore } from "./queries";
import { useDrag } from "./use-drag";

/** How long a card that somebody else moved is marked, in milliseconds. */
const MARKED_MS = 2000;

type Props = {
  board: Board;
  filters: Filters;
  /** When this tab moved which card. */
  own: React.RefObject<Map<number, number>>;
  selected: ReadonlySet<number>;
  adding: number | undefined;
  onAdd: (stage: number | undefined) => void;
  wide: readonly string[];
  onWide: (wide: string[]) => void;
};

export function BoardColumns({ board, filters, own, selected, adding, onAdd, wide, onWide }: Props) {
  const { move, select } = useBoard();
  const narrow = useNarrow();
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(board);
  latest.current = board;
  const [menu, setMenu] = useState<number>();
  const peek = usePeek();
  const openPeek = useRef(peek.open);
  openPeek.current = peek.open;
  const onOpen = useCallback(
    (id: number, event: React.MouseEvent) => (event.ctrlKey || event.metaKey ? select(id) : openPeek.current(id)),
    [select],
  );
  const marked = useMarks(board, filters, own);
  const { mutateAsync: more } = useMore(filters);
  const onMore = useCallback(
    ({ id, next_cursor }: Stage) => (next_cursor ? more({ stage: id, cursor: next_cursor }) : Promise.resolve()),
    [more],
  );
  const onKeep = useBoardKeys({ scroller, board: latest, onMenu: setMenu });
  const closeMenu = useCallback(
    (id: number | undefined) => {
      if (id === undefined && menu !== undefined) {
        onKeep(menu);
      }
      setMenu(id);
    },
    [menu, onKeep],
  );

  const drag = useDrag();
  useEffect(
    () =>
      drag?.drops(({ card, from, stage, beside: other }) => {
        const column = latest.current.columns.find(({ id }) => id === stage);
        if (column && other && other.card !== card) {
          move({ id: card, ...beside(column, other.card, other.edge, card) });
        } else if (column && !other && from !== stage) {
          move({ id: card, stage });
        }
      }),
    [drag, move],
  );
  useEffect(() => (scroller.current ? drag?.scrolls(scroller.current) : undefined), [drag]);

  const folded = useMemo(() => new Set(wide.map(Number)), [wide]);
  const unfold = useRef((_: number) => {});
  unfold.current = (stage) =>
    onWide(folded.has(stage) ? wide.filter((each) => Number(each) !== stage) : [...wide, String(stage)]);
  const onFold = useCallback((stage: number) => unfold.current(stage), []);
  return (
    <div
      ref={scroller}
      tabIndex={-1}
      className="flex min-h-0 min-w-0 flex-1 gap-2 overflow-x-auto overflow-y-hidden px-3 pt-2 pb-2 max-md:snap-x max-md:snap-mandatory max-md:scroll-px-3"
    >
      {board.columns.map((column) => {
        const rail = kindOf(column.role) !== "open";
        return rail && !narrow && !folded.has(column.id) ? (
          <Rail key={column.id} column={column} onUnfold={onFold} />
        ) : (
          <Column
            key={column.id}
            column={column}
            peeked={has(column, peek.id)}
            marked={marked}
            selected={selected}
            menu={has(column, menu)}
            adding={adding === column.id}
            onAdd={onAdd}
            onFold={rail && !narrow ? onFold : undefined}
            onMore={onMore}
            onOpen={onOpen}
            onMenu={closeMenu}
          />
        );
      })}
    </div>
  );
}

/** So that only the column concerned is drawn anew. */
const has = (column: Stage, id: number | undefined) =>
  id !== undefined && column.items.some(({ client }) => client.id === id) ? id : undefined;

const nobody: ReadonlySet<number> = new Set();

/** Cards that stand elsewhere than in the answer before, unless this tab moved them: marked for two seconds. */
function useMarks(board: Board, filters: Filters, own: React.RefObject<Map<number, number>>): ReadonlySet<number> {
  const before = useRef({ board, filters });
  const [marked, setMarked] = useState(nobody);
  useEffect(() => {
    const last = before.current;
    before.current = { board, filters };
    if (last.board === board || last.filters !== filters) {
      return;
    }
    const moved = arrivals(last.board, board).filter((id) => Date.now() - (own.current.get(id) ?? 0) > 10_000);
    if (moved.length > 0) {
      setMarked(new Set(moved));
    }
  }, [board, filters, own]);
  useEffect(() => {
    if (marked.size > 0) {
      const timer = setTimeout(() => setMarked(nobody), MARKED_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [marked]);
  return marked;
}
