import { newKey } from "@orbita/api";
import { day, useTranslation } from "@orbita/i18n";
import { Button, Callout, DateTimePicker, Dialog, Field, Textarea } from "@orbita/ui";
import { useRef, useState } from "react";
import { wordsOf } from "@/app/queries";
import { clockOf, momentOf } from "@/lib/moment";
import { presets } from "./later";
import { type Scheduled, useChangeScheduled, useSendLater } from "./queries";

type Props = {
  client: number;
  channel: string;
  text: string;
  /** The one that is changed; a new one without it. */
  message?: Scheduled;
  onClose: () => void;
  onDone: (words: string) => void;
};

/** When a message leaves: one of the usual moments in one press, or any other. */
export default function LaterDialog({ client, channel, text, message, onClose, onDone }: Props) {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const [words, setWords] = useState(text.trim());
  const [local, setLocal] = useState<string | null>(message ? clockOf(message.send_at) : null);
  const [wrong, setWrong] = useState<string>();
  const once = useRef(newKey());
  const later = useSendLater();
  const change = useChangeScheduled();
  const busy = later.isPending || change.isPending;
  const [usual] = useState(() => presets(Date.now()));

  const send = async (at: string | undefined) => {
    if (!at || !words.trim() || busy) {
      setWrong(at ? c("required") : t("chooseTime"));
      return;
    }
    if (Date.parse(at) <= Date.now()) {
      setWrong(t("timePast"));
      return;
    }
    setWrong(undefined);
    try {
      await (message
        ? change.mutateAsync({ message, text: words.trim(), at })
        : later.mutateAsync({ client, channel, text: words.trim(), at, key: once.current }));
      onDone(t("willBeSent", { when: day(at) }));
    } catch (error) {
      once.current = newKey();
      setWrong(wordsOf(error));
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(message ? "changeScheduled" : "sendLater")}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="primary" busy={busy} onClick={() => void send(momentOf(local))}>
            {message ? c("save") : t("schedule")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {wrong && <Callout tone="danger">{wrong}</Callout>}
        <Field label={t("reply")}>
          <Textarea rows={3} maxLength={4096} value={words} onChange={(event) => setWords(event.target.value)} />
        </Field>
        <div className="flex flex-wrap gap-2">
          {usual.map(({ id, at }) => (
            <Button key={id} size="md" disabled={busy} onClick={() => void send(at)}>
              {t(`preset.${id}`)}
              <span className="font-normal text-fg-3">{day(at)}</span>
            </Button>
          ))}
        </div>
        <Field label={t("otherTime")} hint={t("zoneHint")}>
          <DateTimePicker value={local} onChange={setLocal} label={t("otherTime")} />
        </Field>
      </div>
    </Dialog>
  );
}
