import { ApiError } from "@orbita/api";
import { isoDate, useTranslation } from "@orbita/i18n";
import {
  AlertDialog,
  Button,
  Callout,
  DatePicker,
  Drawer,
  Field,
  NumberField,
  Select,
  Textarea,
  toast,
} from "@orbita/ui";
import { useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { wordsOf } from "@/app/queries";
import { useUnsaved } from "@/lib/guard";
import { periods, usePeriodWords } from "./periods";
import { type Measure, measures, type NewEntry, names, useAddEntry } from "./queries";

/** A measurement; a figure far from the former one is asked about once more. */
export default function EntryDrawer({ client, onClose }: { client: number; onClose: () => void }) {
  const { t } = useTranslation("progress");
  const { t: c } = useTranslation("common");
  const period = usePeriodWords();
  const add = useAddEntry();
  const [at, setAt] = useState("before");
  const [day, setDay] = useState<string | null>(isoDate(new Date()));
  const [notes, setNotes] = useState("");
  const [figures, setFigures] = useState<Partial<Record<Measure, number>>>({});
  const [unsure, setUnsure] = useState(false);
  const dirty = Object.keys(figures).length > 0 || notes !== "";
  const { mayClose, question } = useUnsaved(dirty && !add.isSuccess);
  const refusal = add.error instanceof ApiError ? add.error : undefined;
  const asked = refusal?.code === "journal.not-sure";
  const outside = (name: Measure) => {
    const figure = figures[name];
    const [least, most] = measures[name];
    return figure !== undefined && (figure < least || figure > most);
  };
  const words = (name: Measure) =>
    outside(name)
      ? t("bounds", { from: measures[name][0], to: measures[name][1] })
      : refusal?.fields.find(({ field }) => field === name)?.message;
  const ready = Object.keys(figures).length > 0 && !names.some(outside);

  const submit = (confirmed: boolean) => {
    if (!ready || add.isPending) {
      return;
    }
    const body: NewEntry = {
      client_id: client,
      period: at,
      ...figures,
      ...(day && { measurement_date: day }),
      ...(notes.trim() && { notes: notes.trim() }),
      ...(confirmed && { confirmed }),
    };
    add.mutate(body, {
      onSuccess: () => {
        toast.done({ title: t("added") });
        onClose();
      },
      onError: (error) => setUnsure(error instanceof ApiError && error.code === "journal.not-sure"),
    });
  };
  useHotkey("Mod Enter", c("save"), () => submit(false), { everywhere: true });
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
          <Button size="md" variant="primary" disabled={!ready} busy={add.isPending} onClick={() => submit(false)}>
            {c("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {add.error && !asked && <Callout tone="danger">{wordsOf(add.error)}</Callout>}
        <div className="grid grid-cols-2 gap-3">
          <Field label={t("period")}>
            <Select value={at} onChange={setAt} options={periods.map((value) => ({ value, label: period(value) }))} />
          </Field>
          <Field label={t("day")}>
            <DatePicker value={day} onChange={setDay} max={isoDate(new Date())} />
          </Field>
        </div>
        <div className="grid grid-cols-2 gap-3">
          {names.map((name) => (
            <Field key={name} label={t(`measures.${name}`)} error={words(name)}>
              <NumberField
                value={figures[name] ?? null}
                onChange={(value) =>
                  setFigures(({ [name]: _, ...rest }) => (value === null ? rest : { ...rest, [name]: value }))
                }
                unit={t(name === "weight" ? "kg" : "cm")}
                steppers={false}
                format={{ maximumFractionDigits: 1 }}
              />
            </Field>
          ))}
        </div>
        <Field label={t("notes")} optional>
          <Textarea value={notes} maxLength={2000} onChange={(event) => setNotes(event.target.value)} />
        </Field>
      </div>
      <AlertDialog
        open={unsure}
        onOpenChange={setUnsure}
        danger={false}
        title={t("sure")}
        description={refusal?.fields.map(({ message }) => message).join(" ") || refusal?.detail}
        confirm={t("sureVerb")}
        cancel={t("mend")}
        busy={add.isPending}
        onConfirm={() => submit(true)}
      />
      {question}
    </Drawer>
  );
}
