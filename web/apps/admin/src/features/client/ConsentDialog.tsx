import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Dialog, Field, Input, Segmented, Select, Textarea, toast } from "@orbita/ui";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { useConsent } from "./deeds";

export default function ConsentDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation("client");
  const { t: c } = useTranslation("common");
  const record = useConsent(id);
  const [purpose, setPurpose] = useState("processing");
  const [answer, setAnswer] = useState<"yes" | "no">("yes");
  const [version, setVersion] = useState("");
  const [text, setText] = useState("");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("recordConsent")}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button
            size="md"
            variant="primary"
            busy={record.isPending}
            disabled={!version.trim() || !text.trim()}
            onClick={() =>
              record.mutate(
                { purpose, given: answer === "yes", text: text.trim(), text_version: version.trim() },
                {
                  onSuccess: () => {
                    toast.done({ title: t("consentDone") });
                    onClose();
                  },
                },
              )
            }
          >
            {c("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {record.error && <Callout tone="danger">{wordsOf(record.error)}</Callout>}
        <Field label={t("consentKind")}>
          <Select
            value={purpose}
            onChange={setPurpose}
            options={(["processing", "marketing"] as const).map((value) => ({ value, label: t(`purposes.${value}`) }))}
          />
        </Field>
        <Segmented
          label={t("consentAnswer")}
          value={answer}
          onChange={setAnswer}
          options={[
            { value: "yes", label: t("consentYes") },
            { value: "no", label: t("consentNo") },
          ]}
        />
        <Field label={t("consentVersion")} hint={t("consentVersionHint")}>
          <Input value={version} maxLength={100} onChange={(event) => setVersion(event.target.value)} />
        </Field>
        <Field label={t("consentText")}>
          <Textarea rows={3} maxLength={20000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
