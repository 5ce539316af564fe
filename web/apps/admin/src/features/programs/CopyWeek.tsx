import { i18next, useTranslation } from "@orbita/i18n";
import { Button, Menu, MenuItem, MenuSep, toast } from "@orbita/ui";
import { Copy } from "lucide-react";
import { copied } from "./cells";
import { type Content, useWriteWeeks } from "./queries";

type Props = { id: number; content: Content; from: number; disabled: boolean };

/** Puts the days of this week in place of another's, or of all that come after it; with a way back. */
export default function CopyWeek({ id, content, from, disabled }: Props) {
  const { t } = useTranslation("programs");
  const write = useWriteWeeks(id);
  const others = content.weeks.map(({ number }) => number).filter((number) => number !== from);
  const later = others.filter((number) => number > from);
  const copy = (to: readonly number[]) => {
    const former = new Map(
      content.weeks.filter(({ number }) => to.includes(number)).map(({ number, sessions }) => [number, sessions]),
    );
    write.mutate(copied(content, from, to), {
      onSuccess: () =>
        toast.undo({ title: i18next.t("programs:weekCopied", { from, to: to.join(", ") }) }, () =>
          write.mutate(former),
        ),
    });
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" disabled={disabled || write.isPending}>
          <Copy aria-hidden />
          {t("copyWeek")}
        </Button>
      }
    >
      {others.map((number) => (
        <MenuItem key={number} onClick={() => copy([number])}>
          {t("toWeek", { number })}
        </MenuItem>
      ))}
      {later.length > 1 && (
        <>
          <MenuSep />
          <MenuItem onClick={() => copy(later)}>{t("toLaterWeeks")}</MenuItem>
        </>
      )}
    </Menu>
  );
}
