import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Checkbox, Dialog, Field, Input } from "@orbita/ui";
import { type FormEvent, useState } from "react";
import { wordsOf } from "@/app/queries";
import { useSaveView, type View, type ViewDraft } from "./queries";

type Props = { draft: Omit<ViewDraft, "name">; onClose: () => void; onSaved: (view: View) => void };

/** Gives the filter, columns and order of now a name. */
export default function SaveViewDialog({ draft, onClose, onSaved }: Props) {
  const { t } = useTranslation("clients");
  const { t: c } = useTranslation("common");
  const save = useSaveView();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (name.trim()) {
      save.mutate(
        { view: undefined, draft: { ...draft, name: name.trim(), shared } },
        {
          onSuccess: (view) => {
            onSaved(view);
            onClose();
          },
        },
      );
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("saveAs")}
      description={t("saveAsHint")}
      footer={
        <Button size="md" variant="primary" busy={save.isPending} disabled={!name.trim()} onClick={() => submit()}>
          {c("save")}
        </Button>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {save.error && <Callout tone="danger">{wordsOf(save.error)}</Callout>}
        <Field label={t("viewName")}>
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Checkbox label={t("viewShared")} checked={shared} onChange={setShared} />
      </form>
    </Dialog>
  );
}
