import { useTranslation } from "@orbita/i18n";
import { IconButton, Menu, MenuItem, MenuLabel, MenuSep, StageGlyph } from "@orbita/ui";
import { CheckSquare, Ellipsis, MessageSquareText, PanelRight, SquareArrowOutUpRight } from "lucide-react";
import { useNavigate } from "react-router";
import { useHotkey } from "@/app/hotkeys";
import { usePeek } from "@/app/peek";
import { type Card, kindOf } from "./board";
import { useBoard } from "./context";

/** What can be done with a card. 1 to 9 choose a stage while it is open. */
export default function CardMenu({ card, stage, onClose }: { card: Card; stage: number; onClose: () => void }) {
  const { t } = useTranslation("pipeline");
  const { stages, filled, move, select, note } = useBoard();
  const navigate = useNavigate();
  const peek = usePeek();
  const id = card.client.id;
  const go = (to: number) => {
    onClose();
    if (to !== stage) {
      move({ id, stage: to });
    }
  };
  return (
    <>
      {stages.slice(0, 9).map((each, i) => (
        <Digit key={each.id} digit={i + 1} label={each.name} onPress={() => go(each.id)} />
      ))}
      <Menu
        open
        onOpenChange={(open) => !open && onClose()}
        align="end"
        trigger={
          <IconButton label={t("menuOf", { name: card.client.name })} tip={false} data-menu-of={id}>
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuLabel>{t("moveTo")}</MenuLabel>
        {stages.map((each, i) => (
          <MenuItem
            key={each.id}
            checked={each.id === stage}
            {...(i < 9 ? { kbd: String(i + 1) } : {})}
            onClick={() => go(each.id)}
          >
            <StageGlyph hue={each.hue} filled={filled.get(each.id) ?? 0} kind={kindOf(each.role)} />
            {each.name}
          </MenuItem>
        ))}
        <MenuSep />
        <MenuItem onClick={() => note(card)}>
          <MessageSquareText aria-hidden />
          {t("moveWithNote")}
        </MenuItem>
        <MenuItem kbd="X" onClick={() => select(id)}>
          <CheckSquare aria-hidden />
          {t("select")}
        </MenuItem>
        <MenuItem onClick={() => peek.open(id)}>
          <PanelRight aria-hidden />
          {t("peek")}
        </MenuItem>
        <MenuItem kbd="Shift Enter" onClick={() => void navigate(`/clients/${id}`)}>
          <SquareArrowOutUpRight aria-hidden />
          {t("openPage")}
        </MenuItem>
      </Menu>
    </>
  );
}

function Digit({ digit, label, onPress }: { digit: number; label: string; onPress: () => void }) {
  useHotkey(String(digit), label, onPress, { everywhere: true });
  return null;
}
