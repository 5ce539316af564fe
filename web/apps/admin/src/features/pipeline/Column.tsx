import { number, shortMoney, useTranslation } from "@orbita/i18n";
import { cn, IconButton, StageGlyph } from "@orbita/ui";
import { ChevronsLeftRight, Plus } from "lucide-react";
import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { AddClient } from "./AddClient";
import { BoardCard } from "./BoardCard";
import { kindOf, type Column as Stage } from "./board";
import { useBoard } from "./context";
import { useDrag } from "./use-drag";

type Props = {
  column: Stage;
  peeked: number | undefined;
  marked: ReadonlySet<number>;
  selected: ReadonlySet<number>;
  menu: number | undefined;
  adding: boolean;
  onAdd: (stage: number | undefined) => void;
  onFold: ((stage: number) => void) | undefined;
  onMore: (column: Stage) => Promise<unknown>;
  onOpen: (id: number, event: React.MouseEvent) => void;
  onMenu: (id: number | undefined) => void;
};

/** A stage with its cards; takes drops anywhere. */
export const Column = memo(function Column(props: Props) {
  const { column, peeked, marked, selected, menu, adding, onAdd, onFold, onMore, onOpen, onMenu } = props;
  const { t } = useTranslation("pipeline");
  const { filled } = useBoard();
  const body = useRef<HTMLDivElement>(null);
  const [over, drop] = useDrop(column.id);
  const drag = useDrag();
  useEffect(() => (body.current ? drag?.scrolls(body.current) : undefined), [drag]);
  const kind = kindOf(column.role);
  const title = `stage-${column.id}`;
  return (
    <section
      ref={drop}
      data-stage={column.id}
      aria-labelledby={title}
      className={cn(
        "flex w-[276px] shrink-0 snap-start flex-col rounded-xl bg-sunken max-md:w-[calc(100vw-3.5rem)] max-md:snap-center",
        over && "shadow-[inset_0_0_0_1.5px_var(--accent)]",
      )}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 pr-1.5 pl-3">
        <StageGlyph hue={column.hue} filled={filled.get(column.id) ?? 0} kind={kind} />
        <h2 id={title} className="min-w-0 truncate font-semibold">
          {column.name}
        </h2>
        <span className="tnum text-fg-3">{number(column.count)}</span>
        <span className="flex-1" />
        {column.paid.amount !== "0.00" && (
          <span className="tnum shrink-0 text-xs text-fg-3" title={t("paidHint")}>
            {shortMoney(column.paid)}
          </span>
        )}
        {onFold ? (
          <IconButton label={t("fold", { name: column.name })} size="sm" tip={false} onClick={() => onFold(column.id)}>
            <ChevronsLeftRight />
          </IconButton>
        ) : (
          <IconButton
            label={t("addTo", { name: column.name })}
            size="sm"
            tip={false}
            className="hit"
            onClick={() => onAdd(column.id)}
          >
            <Plus />
          </IconButton>
        )}
      </header>
      <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-2">
        {adding && <AddClient stage={column.id} onClose={() => onAdd(undefined)} />}
        {column.items.length > 0 ? (
          <ul aria-labelledby={title} className="flex flex-col gap-1.5 pt-px">
            {column.items.map((card) => (
              <BoardCard
                key={card.client.id}
                card={card}
                stage={column.id}
                open={kind === "open"}
                peeked={peeked === card.client.id}
                marked={marked.has(card.client.id)}
                selected={selected.has(card.client.id)}
                menu={menu === card.client.id}
                onOpen={onOpen}
                onMenu={onMenu}
              />
            ))}
          </ul>
        ) : (
          !adding && <p className="px-3 py-6 text-center text-xs text-fg-3">{t("emptyColumn")}</p>
        )}
        {column.next_cursor && <More root={body} onMore={() => onMore(column)} />}
      </div>
    </section>
  );
});

/** Asks for more when its end comes near; a button for who does not scroll. */
function More({ root, onMore }: { root: React.RefObject<HTMLElement | null>; onMore: () => Promise<unknown> }) {
  const { t } = useTranslation("common");
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  const [busy, setBusy] = useState(false);
  const ask = useRef(async () => {
    setBusy(true);
    await latest.current().catch(() => undefined);
    setBusy(false);
  });
  useEffect(() => {
    const target = end.current;
    if (!target || busy) {
      return;
    }
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void ask.current(), {
      root: root.current,
      rootMargin: "400px",
    });
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [busy, root]);
  return (
    <div ref={end} className="pt-2">
      <button
        type="button"
        disabled={busy}
        onClick={() => void ask.current()}
        className="h-8 w-full rounded-md text-xs text-fg-3 hover:bg-hover"
      >
        {t(busy ? "loading" : "loadMore")}
      </button>
    </div>
  );
}

/** Won or lost: as narrow as its name turned, and still a place to drop upon. A press unfolds it. */
export const Rail = memo(function Rail({ column, onUnfold }: { column: Stage; onUnfold: (stage: number) => void }) {
  const { t } = useTranslation("pipeline");
  const { filled } = useBoard();
  const [over, drop] = useDrop(column.id);
  return (
    <section
      ref={drop}
      data-stage={column.id}
      data-rail
      aria-label={column.name}
      className={cn(
        "w-10 shrink-0 rounded-xl bg-sunken max-md:hidden",
        over && "shadow-[inset_0_0_0_1.5px_var(--accent)]",
      )}
    >
      <button
        type="button"
        aria-expanded={false}
        aria-label={t("unfold", { name: column.name, count: column.count })}
        onClick={() => onUnfold(column.id)}
        className="flex h-full w-full flex-col items-center gap-2 rounded-xl py-3 hover:bg-hover"
      >
        <StageGlyph hue={column.hue} filled={filled.get(column.id) ?? 0} kind={kindOf(column.role)} />
        <span className="tnum text-fg-3">{number(column.count)}</span>
        <span className="font-semibold [writing-mode:vertical-rl]">{column.name}</span>
      </button>
    </section>
  );
});

/** Makes an element a place to drop cards upon; tells whether one hangs over it. */
function useDrop(stage: number): [boolean, (element: HTMLElement | null) => void] {
  const [over, setOver] = useState(false);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const drag = useDrag();
  useEffect(() => (element ? drag?.stage(element, stage, setOver) : undefined), [drag, element, stage]);
  return [over, setElement];
}

export function ColumnFrame({ children }: { children: ReactNode }) {
  return <div className="w-[276px] shrink-0 rounded-xl bg-sunken p-1.5 max-md:w-[calc(100vw-3.5rem)]">{children}</div>;
}
