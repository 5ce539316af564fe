import { useTranslation } from "@orbita/i18n";
import { MenuItem, MenuSep, MoreMenu } from "@orbita/ui";
import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import type { Stage } from "./queries";

type Props = {
  stage: Stage;
  index: number;
  last: boolean;
  onMove: (from: number, to: number) => void;
  onEdit: () => void;
  onRemove: () => void;
};

export default function StageMenu({ stage, index, last, onMove, onEdit, onRemove }: Props) {
  const { t } = useTranslation("pipeline");
  const { t: c } = useTranslation("common");
  return (
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
  );
}
