import { useTranslation } from "@orbita/i18n";
import { Menu, MenuItem, StageGlyph } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMoveStage } from "./deeds";
import { type Card, type Stage, stagesQuery } from "./queries";

const kindOf = (role: string) => (role === "finished" ? "won" : role === "inactive" ? "lost" : "open");

function glyph(stage: Stage, stages: readonly Stage[]) {
  const open = stages.filter(({ role }) => kindOf(role) === "open");
  const place = open.findIndex(({ id }) => id === stage.id);
  return (
    <StageGlyph
      hue={stage.hue}
      kind={kindOf(stage.role)}
      filled={place < 0 || open.length < 2 ? 0 : place / (open.length - 1)}
    />
  );
}

/** The stage of a client, and the others to move to. */
export default function StageMenu({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const [open, setOpen] = useState(false);
  const stages = useQuery(stagesQuery).data ?? [];
  const move = useMoveStage(card.id);
  const now = stages.find(({ id }) => id === card.stage?.id);
  useHotkey("M", t("moveStage"), () => setOpen(true));
  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      label={`${t("stage")}: ${card.stage?.name ?? t("noStage")}`}
      trigger={
        <button
          type="button"
          className="hit inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-md bg-raised px-2 font-medium shadow-card hover:shadow-card-h"
        >
          {now && glyph(now, stages)}
          <span className="truncate">{card.stage?.name ?? t("noStage")}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-fg-3" />
        </button>
      }
    >
      {stages.map((stage) => (
        <MenuItem
          key={stage.id}
          checked={stage.id === card.stage?.id}
          onClick={() => stage.id !== card.stage?.id && move.mutate(stage)}
        >
          {glyph(stage, stages)}
          {stage.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
