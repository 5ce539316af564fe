import { number, useTranslation } from "@orbita/i18n";
import { cn, StageGlyph } from "@orbita/ui";
import { GripVertical } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { kindOf } from "./board";
import type { Edge } from "./drag";
import type { Stage } from "./queries";
import { useDrag } from "./use-drag";
import { useWords } from "./words";

const StageMenu = lazy(() => import("./StageMenu"));

type Props = {
  stage: Stage;
  filled: number;
  index: number;
  last: boolean;
  may: boolean;
  onMove: (from: number, to: number) => void;
  onEdit: () => void;
  onRemove: () => void;
};

/** One stage. It is dragged by its grip, and moved by Ctrl and arrows or by its menu. */
export function StageRow({ stage, filled, index, last, may, onMove, onEdit, onRemove }: Props) {
  const { t } = useTranslation("pipeline");
  const words = useWords();
  const row = useRef<HTMLLIElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const move = useRef(onMove);
  move.current = onMove;
  const drag = useDrag();
  useEffect(() => {
    const element = row.current;
    return element && may && drag ? drag.row(element, index, setEdge, (from, to) => move.current(from, to)) : undefined;
  }, [drag, index, may]);
  return (
    <li
      ref={row}
      data-stage-row={stage.id}
      className="relative flex min-h-14 items-center gap-3 border-b border-line py-2 pr-2 pl-2 last:border-0"
    >
      {edge && (
        <span
          aria-hidden
          className={cn("absolute inset-x-0 h-0.5 bg-accent", edge === "top" ? "-top-px" : "-bottom-px")}
        />
      )}
      {may ? (
        <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-line-3 max-md:hidden" />
      ) : (
        <span className="w-1" />
      )}
      <StageGlyph hue={stage.hue} filled={filled} kind={kindOf(stage.role)} size={16} />
      <div className="min-w-0 flex-1">
        {may ? (
          <button
            type="button"
            onClick={onEdit}
            onKeyDown={(event) => {
              if ((event.ctrlKey || event.metaKey) && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
                event.preventDefault();
                onMove(index, index + (event.key === "ArrowUp" ? -1 : 1));
              }
            }}
            className="hit max-w-full truncate rounded text-left font-medium hover:text-accent-text"
          >
            {stage.name}
          </button>
        ) : (
          <span className="font-medium">{stage.name}</span>
        )}
        <p className="truncate text-xs text-fg-3">
          {words.role(stage.role || "none")}
          {stage.description && ` · ${stage.description}`}
        </p>
      </div>
      <span className="tnum w-24 shrink-0 text-right text-fg-3 max-sm:hidden">
        {stage.norm_days === null ? t("noNorm") : t("normDays", { count: stage.norm_days })}
      </span>
      <span className="tnum w-24 shrink-0 text-right">
        {t("stageClients", { count: stage.clients, shown: number(stage.clients) })}
      </span>
      {may && (
        <Suspense fallback={<span className="size-7" />}>
          <StageMenu stage={stage} index={index} last={last} onMove={onMove} onEdit={onEdit} onRemove={onRemove} />
        </Suspense>
      )}
    </li>
  );
}
