import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Field, Input, Textarea } from "@orbita/ui";
import { X } from "lucide-react";
import { wordsOf } from "@/app/queries";
import { DelayField } from "./DelayField";
import { type Draft, useTryText, variablesAfter } from "./queries";

type Step = Draft["steps"][number];

type Props = {
  step: Step;
  place: number;
  since: string;
  /** Whether it has its own term: the steps of a rule that repeats go by turns. */
  timed: boolean;
  fault: (part: "text" | "after" | "subject") => string | undefined;
  onChange: (step: Step) => void;
  onRemove: (() => void) | undefined;
};

export function StepEditor({ step, place, since, timed, fault, onChange, onRemove }: Props) {
  const { t } = useTranslation("reminders");
  const { t: c } = useTranslation("common");
  const trial = useTryText();
  const title = t("letterTitle", { step: place + 1 });
  return (
    <section aria-label={title} className="flex flex-col gap-3 rounded-lg p-3 shadow-field">
      <div className="flex items-center justify-between">
        <h3 className="font-semibold">{title}</h3>
        {onRemove && (
          <Button aria-label={c("remove", { what: title })} onClick={onRemove}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      {timed && (
        <DelayField
          label={t("after")}
          value={step.after}
          onChange={(after) => onChange({ ...step, after })}
          error={fault("after")}
        />
      )}
      <Field label={t("text")} error={fault("text")}>
        <Textarea
          maxLength={2000}
          value={step.text}
          onChange={(event) => {
            trial.reset();
            onChange({ ...step, text: event.target.value });
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-xs text-fg-3">{t("variables")}</span>
        {variablesAfter(since).map((word) => (
          <button
            key={word}
            type="button"
            className="hit h-6 rounded bg-press px-1.5 text-xs text-fg-2 hover:text-fg"
            onClick={() => onChange({ ...step, text: `${step.text}{${word}}` })}
          >
            {`{${word}}`}
          </button>
        ))}
        <Button
          className="ml-auto"
          busy={trial.isPending}
          disabled={step.text.trim() === ""}
          onClick={() => trial.mutate({ since, text: step.text })}
        >
          {t("tryText")}
        </Button>
      </div>
      {trial.error && <Callout tone="danger">{wordsOf(trial.error)}</Callout>}
      {trial.data && (
        <p role="status" className="rounded-lg bg-sunken px-3 py-2 whitespace-pre-line">
          {trial.data.text}
        </p>
      )}
      <Field label={t("subject")} optional error={fault("subject")}>
        <Input
          maxLength={100}
          value={step.subject ?? ""}
          onChange={(event) => onChange({ ...step, subject: event.target.value })}
        />
      </Field>
    </section>
  );
}
