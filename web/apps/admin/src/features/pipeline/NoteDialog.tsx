import { useTranslation } from "@orbita/i18n";
import { Button, Dialog, Field, Select, StageGlyph, Textarea } from "@orbita/ui";
import { useState } from "react";
import { type Card, kindOf } from "./board";
import { useBoard } from "./context";

/** A move with a word about why; the word stands in the client's history. */
export default function NoteDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const { t } = useTranslation("pipeline");
  const { t: c } = useTranslation("common");
  const { stages, filled, move } = useBoard();
  const [stage, setStage] = useState<string | null>(null);
  const [note, setNote] = useState("");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("moveOf", { name: card.client.name || t("nameless") })}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button
            size="md"
            variant="primary"
            disabled={stage === null}
            onClick={() => {
              move({ id: card.client.id, stage: Number(stage), ...(note.trim() ? { note: note.trim() } : {}) });
              onClose();
            }}
          >
            {t("move")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("stage")}>
          <Select
            value={stage}
            onChange={setStage}
            placeholder={c("choose")}
            options={stages.map((each) => ({
              value: String(each.id),
              label: each.name,
              icon: <StageGlyph hue={each.hue} filled={filled.get(each.id) ?? 0} kind={kindOf(each.role)} />,
            }))}
          />
        </Field>
        <Field label={t("note")} optional>
          <Textarea rows={3} maxLength={4096} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
