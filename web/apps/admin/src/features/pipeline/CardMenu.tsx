import { useTranslation } from "@orbita/i18n";
import { IconButton, Menu, MenuItem, MenuLabel, MenuSep, StageGlyph } from "@orbita/ui";
import { CheckSquare, Ellipsis, MessageSquareText, PanelRight, SquareArrowOutUpRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
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
  // Before the menu itself, which takes letters and digits for the beginning of a name.
  const press = useRef(go);
  press.current = go;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const to = digit && !event.ctrlKey && !event.metaKey && !event.altKey ? stages[Number(digit) - 1] : undefined;
      if (to) {
        event.preventDefault();
        event.stopPropagation();
        press.current(to.id);
      }
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, [stages]);
  return (
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
  );
}
