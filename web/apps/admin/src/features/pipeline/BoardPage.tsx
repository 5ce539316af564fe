import { number, shortMoney, useTranslation } from "@orbita/i18n";
import { Button, ButtonLink, EmptyState, ErrorBox, Late, NoResults, PageHeader, Skeleton, useNarrow } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { List, Plus, SlidersHorizontal, SquareKanban } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { usePeekList } from "@/app/peek";
import { id, list, maybe, text, useSearchState } from "@/lib/search-state";
import { BoardColumns } from "./BoardColumns";
import { BoardFilters, StageStrip } from "./BoardFilters";
import { type Board, type Card, fillings, kindOf, type Move, paidIn, quicks } from "./board";
import { ColumnFrame } from "./Column";
import { BoardContext, type BoardDeeds } from "./context";
import { boardQuery, type Filters, useMove } from "./queries";

const NoteDialog = lazy(() => import("./NoteDialog"));
const SelectionBar = lazy(() => import("./SelectionBar"));

const parts = {
  q: text(),
  quick: maybe(quicks),
  staff: id(),
  tag: text(),
  source: text(),
  /** Rails that are unfolded. */
  wide: list(),
};

export function BoardPage() {
  const { t } = useTranslation("pipeline");
  const [state, set, reset] = useSearchState(parts);
  const { q, quick, staff, tag, source, wide } = state;
  const filters = useMemo<Filters>(() => ({ q, quick, staff, tag, source }), [q, quick, staff, tag, source]);
  const filtered = q !== "" || quick !== undefined || staff !== undefined || tag !== "" || source !== "";
  const { data, error, isPending, refetch, isPlaceholderData } = useQuery(boardQuery(filters));
  const [adding, setAdding] = useState<number>();
  const [noted, setNoted] = useState<Card>();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());

  const kept = useRef<Board>(undefined);
  kept.current = data;
  const named = ({ id: client, stage }: Move) => ({
    name: nameOf(kept.current, client) || t("nameless"),
    stage: kept.current?.columns.find((column) => column.id === stage)?.name ?? "",
  });
  const { mutate } = useMove(named);
  const own = useRef(new Map<number, number>());
  const move = useCallback(
    (wish: Move) => {
      own.current.set(wish.id, Date.now());
      mutate(wish);
    },
    [mutate],
  );
  const select = useCallback(
    (client: number) =>
      setSelected((old) => {
        const next = new Set(old);
        if (!next.delete(client)) {
          next.add(client);
        }
        return next;
      }),
    [],
  );
  const stages = useStages(data);
  const deeds = useMemo<BoardDeeds>(
    () => ({ stages, filled: fillings(stages), move, select, note: setNoted }),
    [stages, move, select],
  );
  usePeekList(useMemo(() => data?.columns.flatMap(({ items }) => items.map(({ client }) => client.id)) ?? [], [data]));

  const total = data?.columns.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const open = data?.columns.filter(({ role }) => kindOf(role) === "open") ?? [];
  const first = data?.columns[0]?.id;
  return (
    <BoardContext value={deeds}>
      <PageHeader
        title={t("title")}
        count={
          data && (
            <>
              {t("clients", { count: total, shown: number(total) })}
              {paidIn(open).amount !== "0.00" && (
                <span title={t("paidHint")}>
                  <span className="mx-1.5 text-line-3">·</span>
                  {t("inWork", { sum: shortMoney(paidIn(open)) })}
                </span>
              )}
            </>
          )
        }
        actions={
          <>
            <ButtonLink to="/clients" variant="ghost" className="max-lg:hidden">
              <List aria-hidden />
              {t("list")}
            </ButtonLink>
            <ButtonLink to="/pipeline/stages" variant="ghost">
              <SlidersHorizontal aria-hidden />
              <span className="max-sm:sr-only">{t("stages")}</span>
            </ButtonLink>
            <Button variant="primary" disabled={first === undefined} onClick={() => setAdding(first)}>
              <Plus aria-hidden />
              <span className="max-sm:sr-only">{t("newClient")}</span>
            </Button>
          </>
        }
      />
      <BoardFilters filters={filters} set={set} board={data} />
      {error && !data ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <BoardSkeleton />
      ) : total === 0 && filtered && !isPlaceholderData ? (
        <NoResults onReset={reset} />
      ) : data ? (
        <>
          <StageStrip columns={data.columns} filled={deeds.filled} />
          {total === 0 && !filtered && adding === undefined ? (
            <EmptyState
              icon={SquareKanban}
              title={t("empty")}
              hint={t("emptyHint")}
              action={
                <Button variant="primary" onClick={() => setAdding(first)}>
                  <Plus aria-hidden />
                  {t("newClient")}
                </Button>
              }
            />
          ) : (
            <BoardColumns
              board={data}
              filters={filters}
              own={own}
              selected={selected}
              adding={adding}
              onAdd={setAdding}
              wide={wide}
              onWide={(next) => set({ wide: next })}
            />
          )}
          {selected.size > 0 && <SelectionBar selected={selected} onClear={() => setSelected(new Set())} />}
        </>
      ) : null}
      <Suspense>{noted && <NoteDialog card={noted} onClose={() => setNoted(undefined)} />}</Suspense>
    </BoardContext>
  );
}

const nameOf = (board: Board | undefined, client: number) =>
  board?.columns.flatMap(({ items }) => items).find((card) => card.client.id === client)?.client.name;

/** The same list as long as it says the same: cards that hang on it are not drawn anew with each answer. */
function useStages(board: Board | undefined): BoardDeeds["stages"] {
  const [stages, setStages] = useState<BoardDeeds["stages"]>([]);
  const now = board?.columns.map(({ id: stage, name, role, hue }) => ({ id: stage, name, role, hue })) ?? [];
  const said = JSON.stringify(now);
  useEffect(() => setStages(JSON.parse(said)), [said]);
  return stages;
}

function BoardSkeleton() {
  const narrow = useNarrow();
  const columns = narrow ? [5] : [5, 4, 3, 2, 5];
  return (
    <Late>
      <div className="flex gap-2 overflow-hidden px-3 pt-2">
        {columns.map((cards, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey blocks have no names
          <ColumnFrame key={i}>
            <Skeleton className="mx-2 my-2.5 h-4 w-32" />
            {["a", "b", "c", "d", "e"].slice(0, cards).map((key) => (
              <Skeleton key={key} className="mb-1.5 h-[76px] rounded-lg" />
            ))}
          </ColumnFrame>
        ))}
      </div>
    </Late>
  );
}
