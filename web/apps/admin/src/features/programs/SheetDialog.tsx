import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Dialog, Field, FileDrop, Input, toast } from "@orbita/ui";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { type Sheet, useSheet } from "./templates";

type Props = { sheet: Sheet; mode: "link" | "upload"; onClose: () => void };

/** A sheet from Google by its link, or from a file. */
export default function SheetDialog({ sheet, mode, onClose }: Props) {
  const { t } = useTranslation("programs");
  const { t: c } = useTranslation("common");
  const save = useSheet();
  const [link, setLink] = useState(sheet.link ?? "");
  const [tab, setTab] = useState(sheet.tab ?? "");
  const said = (answer: unknown) => {
    const broken = ((answer as Sheet | undefined)?.problems?.length ?? 0) > 0;
    (broken ? toast.failed : toast.done)({ title: t(broken ? "sheetBroken" : "sheetTaken") });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(mode === "link" ? "link" : "upload")}
      description={t(mode === "link" ? "linkDetail" : "uploadDetail")}
      footer={
        mode === "link" && (
          <>
            <Button size="md" onClick={onClose}>
              {c("cancel")}
            </Button>
            <Button
              size="md"
              variant="primary"
              disabled={!link.trim()}
              busy={save.isPending}
              onClick={() => save.mutate({ do: "link", gender: sheet.gender, link, tab }, { onSuccess: said })}
            >
              {t("read")}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {save.error && <Callout tone="danger">{wordsOf(save.error)}</Callout>}
        {mode === "link" ? (
          <>
            <Field label={t("sheetLink")}>
              <Input
                type="url"
                inputMode="url"
                maxLength={500}
                placeholder="https://docs.google.com/spreadsheets/d/…"
                value={link}
                onChange={(event) => setLink(event.target.value)}
              />
            </Field>
            <Field label={t("sheetTab")} optional hint={t("sheetTabHint")}>
              <Input maxLength={100} value={tab} onChange={(event) => setTab(event.target.value)} />
            </Field>
          </>
        ) : (
          <FileDrop
            accept=".csv,.xlsx"
            limitMb={20}
            disabled={save.isPending}
            hint={t("uploadHint")}
            onFiles={([file]) => file && save.mutate({ do: "upload", gender: sheet.gender, file }, { onSuccess: said })}
          />
        )}
      </div>
    </Dialog>
  );
}
