import { ApiError } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Drawer, Field, NumberField, Select, Textarea, toast } from "@orbita/ui";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { useUnsaved } from "@/lib/guard";
import { useMeasure, useRemeasure } from "./deeds";
import { MeasureHistory } from "./MeasureHistory";
import type { Entry } from "./queries";
import { useWords } from "./words";

const measures = [
  "weight",
  "chest",
  "waist",
  "lower_abdomen",
  "glutes",
  "right_thigh",
  "left_thigh",
  "right_calf",
  "left_calf",
  "right_arm",
  "left_arm",
] as const;
type Figures = Partial<Record<(typeof measures)[number], number | null>>;

/** New figures of a client, or those of one measurement corrected. A jump is asked about once more by the server, and confirmed here. */
type Props = { id: number; entry?: Entry | undefined; onClose: () => void };

export default function MeasureDrawer({ id, entry, onClose }: Props) {
  const { t } = useTranslation("client");
  const { t: c } = useTranslation("common");
  const words = useWords();
  const add = useMeasure();
  const correct = useRemeasure();
  const save = entry ? correct : add;
  const [period, setPeriod] = useState("before");
  const [figures, setFigures] = useState<Figures>(() =>
    entry ? Object.fromEntries(measures.map((each) => [each, entry[each] ?? null])) : {},
  );
  const [notes, setNotes] = useState(entry?.notes ?? "");
  const given = measures.filter((each) => figures[each] !== null && figures[each] !== undefined);
  const dirty = entry
    ? notes !== (entry.notes ?? "") || measures.some((each) => (figures[each] ?? null) !== (entry[each] ?? null))
    : given.length > 0 || notes !== "";
  const { mayClose, question } = useUnsaved(!save.isSuccess && dirty);
  const problem = save.error instanceof ApiError ? save.error : undefined;
  const jumps = problem?.fields.filter(({ code }) => code === "jump") ?? [];
  const unsure = jumps.length > 0 && jumps.length === problem?.fields.length;
  const errorOf = (name: string) => problem?.fields.find(({ field }) => field === name)?.message;

  const submit = (confirmed: boolean) => {
    const body = {
      ...(Object.fromEntries(given.map((each) => [each, figures[each]])) as Record<string, number>),
      ...(notes.trim() ? { notes: notes.trim() } : {}),
      ...(confirmed ? { confirmed } : {}),
    };
    const done = {
      onSuccess: () => {
        toast.done({ title: t("measured") });
        onClose();
      },
    };
    if (entry) {
      correct.mutate({ entry: entry.id, body }, done);
    } else {
      add.mutate({ client_id: id, period, ...body }, done);
    }
  };
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={t(entry ? "editMeasure" : "addMeasure")}
      footer={
        <>
          <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
            {c("cancel")}
          </Button>
          <Button
            size="md"
            variant="primary"
            busy={save.isPending}
            disabled={given.length === 0}
            onClick={() => submit(unsure)}
          >
            {unsure ? t("sure") : c("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {save.error && (
          <Callout tone={unsure ? "warn" : "danger"} title={unsure ? t("sureTitle") : undefined}>
            {unsure ? jumps.map(({ message }) => message).join(" ") : wordsOf(save.error)}
          </Callout>
        )}
        {!entry && (
          <Field label={t("measureWhen")} error={errorOf("period")}>
            <Select
              value={period}
              onChange={setPeriod}
              options={[
                { value: "before", label: t("before") },
                ...Array.from({ length: 12 }, (_, i) => ({
                  value: `week_${i + 1}`,
                  label: t("weekNo", { week: i + 1 }),
                })),
                { value: "after", label: t("after") },
              ]}
            />
          </Field>
        )}
        <div className="grid grid-cols-2 gap-4">
          {measures.map((each) => (
            <Field key={each} label={words.measure(each)} error={errorOf(each)}>
              <NumberField
                value={figures[each] ?? null}
                onChange={(value) => setFigures((old) => ({ ...old, [each]: value }))}
                min={0}
                step={0.1}
                format={{ maximumFractionDigits: 1 }}
                unit={each === "weight" ? t("unit.kg") : t("unit.cm")}
              />
            </Field>
          ))}
        </div>
        <Field label={t("measureNote")} optional error={errorOf("notes")}>
          <Textarea rows={2} maxLength={2000} value={notes} onChange={(event) => setNotes(event.target.value)} />
        </Field>
        {entry?.corrected && <MeasureHistory entry={entry.id} />}
      </div>
      {question}
    </Drawer>
  );
}
