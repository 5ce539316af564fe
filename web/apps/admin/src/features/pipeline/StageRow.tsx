import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/utils/combine";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { number, useTranslation } from "@orbita/i18n";
import { cn, MenuItem, MenuSep, MoreMenu, StageGlyph } from "@orbita/ui";
import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { kindOf } from "./board";
import type { Stage } from "./queries";
import { useWords } from "./words";

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
  const { t: c } = useTranslation("common");
  const words = useWords();
  const row = useRef<HTMLLIElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const move = useRef(onMove);
  move.current = onMove;
  useEffect(() => {
    const element = row.current;
    if (!element || !may) {
      return;
    }
    return combine(
      draggable({ element, getInitialData: () => ({ row: index }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data.row === "number",
        getData: ({ input }) => attachClosestEdge({}, { input, element, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => setEdge(extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const from = source.data.row as number;
          const below = extractClosestEdge(self.data) === "bottom" ? index + 1 : index;
          move.current(from, from < below ? below - 1 : below);
        },
      }),
    );
  }, [index, may]);
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
        <MoreMenu label={t("menuOf", { name: stage.name })}>
          <MenuItem onClick={onEdit}>
            <Pencil aria-hidden />
            {c("edit")}
          </MenuItem>
          <MenuItem kbd="Mod ArrowUp" disabled={index === 0} onClick={() => onMove(index, index - 1)}>
            <ArrowUp aria-hidden />
            {t("up")}
          </MenuItem>
          <MenuItem kbd="Mod ArrowDown" disabled={last} onClick={() => onMove(index, index + 1)}>
            <ArrowDown aria-hidden />
            {t("down")}
          </MenuItem>
          <MenuSep />
          <MenuItem danger onClick={onRemove}>
            <Trash2 aria-hidden />
            {c("delete")}
          </MenuItem>
        </MoreMenu>
      )}
    </li>
  );
}
