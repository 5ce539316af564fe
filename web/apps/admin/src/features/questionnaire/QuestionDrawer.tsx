import { useTranslation, worded } from "@orbita/i18n";
import { Button, Drawer, Field, Input, NumberField, Switch, Textarea } from "@orbita/ui";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useUnsaved } from "@/lib/guard";
import { freshKey } from "./draft";
import type { Question } from "./queries";

type Props = { question: Question; readOnly: boolean; onClose: () => void; onDone: (next: Question) => void };

export default function QuestionDrawer({ question: first, readOnly, onClose, onDone }: Props) {
  const { t } = useTranslation("questionnaire");
  const { t: c } = useTranslation("common");
  const [question, setQuestion] = useState(first);
  const [tried, setTried] = useState(false);
  const put = (part: Partial<Question>) => setQuestion((old) => ({ ...old, ...part }));
  const { mayClose, question: leaving } = useUnsaved(question !== first);
  const missing = (text: string) => (tried && text.trim() === "" ? c("required") : undefined);
  const bounds = question.number;
  const wrongBounds = bounds !== undefined && bounds.min >= bounds.max;
  const whole =
    question.title.trim() !== "" &&
    question.text.trim() !== "" &&
    !wrongBounds &&
    (question.options ?? []).every(({ label }) => label.trim() !== "");
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={first.title || t("new")}
      description={worded(`questionnaire:type.${question.type}`)}
      footer={
        !readOnly && (
          <>
            <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
              {c("cancel")}
            </Button>
            <Button size="md" variant="primary" onClick={() => (whole ? onDone(question) : setTried(true))}>
              {c("done")}
            </Button>
          </>
        )
      }
    >
      <fieldset disabled={readOnly} className="flex min-w-0 flex-col gap-5">
        <Field label={t("shortTitle")} hint={t("shortTitleHint")} error={missing(question.title)}>
          <Input maxLength={40} value={question.title} onChange={(event) => put({ title: event.target.value })} />
        </Field>
        <Field label={t("text")} error={missing(question.text)}>
          <Textarea maxLength={700} value={question.text} onChange={(event) => put({ text: event.target.value })} />
        </Field>
        {question.options && (
          <Options options={question.options} missing={missing} onChange={(options) => put({ options })} />
        )}
        {bounds && (
          <div className="grid grid-cols-2 items-start gap-3">
            {(["min", "max"] as const).map((edge) => (
              <Field key={edge} label={t(edge)} error={wrongBounds && edge === "max" ? t("boundsWrong") : undefined}>
                <NumberField
                  value={bounds[edge]}
                  onChange={(value) => put({ number: { ...bounds, [edge]: value ?? 0 } })}
                  steppers={false}
                />
              </Field>
            ))}
          </div>
        )}
        {question.words && (
          <Field label={t("maxLength")}>
            <NumberField
              value={question.words.max_length}
              onChange={(value) => put({ words: { ...question.words, max_length: value ?? 500 } })}
              min={1}
              max={2000}
              steppers={false}
            />
          </Field>
        )}
        <Switch
          label={t("optional")}
          hint={t("optionalHint")}
          checked={question.optional ?? false}
          onChange={(optional) => put({ optional })}
        />
      </fieldset>
      {leaving}
    </Drawer>
  );
}

type Option = NonNullable<Question["options"]>[number];

function Options({
  options,
  missing,
  onChange,
}: {
  options: Option[];
  missing: (text: string) => string | undefined;
  onChange: (options: Option[]) => void;
}) {
  const { t } = useTranslation("questionnaire");
  const { t: c } = useTranslation("common");
  const codes = options.map(({ code }) => code);
  return (
    <div className="flex flex-col gap-2">
      <span className="font-medium text-fg-2">{t("options")}</span>
      {options.map((option, i) => (
        <div key={option.code} className="flex items-start gap-2">
          <Field quiet className="flex-1" label={t("optionNo", { place: i + 1 })} error={missing(option.label)}>
            <Input
              maxLength={40}
              value={option.label}
              onChange={(event) =>
                onChange(options.map((each, at) => (at === i ? { ...each, label: event.target.value } : each)))
              }
            />
          </Field>
          {options.length > 2 && (
            <Button
              aria-label={c("remove", { what: option.label })}
              onClick={() => onChange(options.filter((_, at) => at !== i))}
            >
              <X aria-hidden />
            </Button>
          )}
        </div>
      ))}
      <Button
        className="self-start"
        onClick={() => onChange([...options, { code: freshKey(codes, "option"), label: "" }])}
      >
        <Plus aria-hidden />
        {t("addOption")}
      </Button>
    </div>
  );
}
