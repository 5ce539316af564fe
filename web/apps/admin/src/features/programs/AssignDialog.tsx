import { newKey } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Dialog, Field, toast } from "@orbita/ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import { wordsOf } from "@/app/queries";
import { ClientPicker } from "./ClientPicker";
import { type Program, useAssign } from "./queries";

/** A copy for another client. */
export default function AssignDialog({ program, onClose }: { program: Program; onClose: () => void }) {
  const { t } = useTranslation("programs");
  const { t: c } = useTranslation("common");
  const assign = useAssign(program.id);
  const navigate = useNavigate();
  const [client, setClient] = useState<string | null>(null);
  const [key, setKey] = useState({ client, key: newKey() });
  const submit = () => {
    const mine = key.client === client ? key : { client, key: newKey() };
    setKey(mine);
    assign.mutate(
      { key: mine.key, to: Number(client) },
      {
        onSuccess: (made) => {
          toast.done({ title: t("assigned") });
          onClose();
          navigate(`/programs/${made.id}`);
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("assign")}
      description={t("assignDetail")}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="primary" disabled={!client} busy={assign.isPending} onClick={submit}>
            {t("assignVerb")}
          </Button>
        </>
      }
    >
      {assign.error && (
        <Callout tone="danger" className="mb-3">
          {wordsOf(assign.error)}
        </Callout>
      )}
      <Field label={t("col.client")}>
        <ClientPicker value={client} onChange={setClient} />
      </Field>
    </Dialog>
  );
}
