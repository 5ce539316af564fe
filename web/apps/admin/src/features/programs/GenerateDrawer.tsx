import { newKey } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Drawer, Field, Segmented, Switch, toast } from "@orbita/ui";
import { useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { wordsOf } from "@/app/queries";
import { useUnsaved } from "@/lib/guard";
import { ClientPicker } from "./ClientPicker";
import { type Program, useGenerate } from "./queries";

type Props = { onClose: () => void; onMade: (program: Program) => void };

/** A programme for a client, made of today's answers and templates. */
export default function GenerateDrawer({ onClose, onMade }: Props) {
  const { t } = useTranslation("programs");
  const { t: c } = useTranslation("common");
  const make = useGenerate();
  const [client, setClient] = useState<string | null>(null);
  const [weeks, setWeeks] = useState<"1" | "4" | "12">("12");
  const [send, setSend] = useState(false);
  const wish = JSON.stringify([client, weeks, send]);
  const [key, setKey] = useState({ wish, key: newKey() });
  const { mayClose, question } = useUnsaved(client !== null && !make.isSuccess);

  const submit = () => {
    if (!client || make.isPending) {
      return;
    }
    const mine = key.wish === wish ? key : { wish, key: newKey() };
    setKey(mine);
    make.mutate(
      { key: mine.key, client_id: Number(client), weeks: Number(weeks), send },
      {
        onSuccess: (made) => {
          toast.done({ title: t(made.state === "owed" ? "making" : "made") });
          onMade(made);
        },
      },
    );
  };
  useHotkey("Mod Enter", t("make"), submit, { everywhere: true });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={t("new")}
      footer={
        <>
          <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="primary" busy={make.isPending} disabled={!client} onClick={submit}>
            {t("make")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {make.error && <Callout tone="danger">{wordsOf(make.error)}</Callout>}
        <Field label={t("col.client")} hint={t("clientHint")}>
          <ClientPicker value={client} onChange={setClient} />
        </Field>
        <div className="flex flex-col gap-1.5">
          <span className="font-medium text-fg-2">{t("col.weeks")}</span>
          <Segmented
            label={t("col.weeks")}
            value={weeks}
            onChange={setWeeks}
            options={(["1", "4", "12"] as const).map((value) => ({
              value,
              label: t("weeksCount", { count: Number(value) }),
            }))}
          />
        </div>
        <Switch label={t("sendAtOnce")} hint={t("sendAtOnceHint")} checked={send} onChange={setSend} />
      </div>
      {question}
    </Drawer>
  );
}
