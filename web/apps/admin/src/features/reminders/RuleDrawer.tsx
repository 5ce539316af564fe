import { ApiError } from "@orbita/api";
import { dateTime, useTranslation, worded } from "@orbita/i18n";
import {
  Button,
  Callout,
  Drawer,
  Field,
  Input,
  MultiSelect,
  NumberField,
  PropertyGroup,
  Segmented,
  Select,
  Switch,
  TimeInput,
  toast,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { NotFound } from "@/app/NotFound";
import { wordsOf } from "@/app/queries";
import { useUnsaved } from "@/lib/guard";
import { DelayField } from "./DelayField";
import { buttons, type Draft, happenings, type Rule, roles, useSaveRule, versionsQuery } from "./queries";
import { StepEditor } from "./StepEditor";

type Steps = Draft["steps"];
type Props = { rule: Rule | undefined; isNew: boolean; readOnly: boolean; onClose: () => void };

const empty: Draft = { name: "", kind: "service", since: "started", steps: [{ after: "P1D", text: "" }] };
const MOST_STEPS = 12;

/** The API takes a missing part as «the usual»; what it answers as null is missing. */
const withoutNulls = (draft: Draft): Draft =>
  Object.fromEntries(
    Object.entries({ ...draft, steps: draft.steps.map(bare) }).filter(([, value]) => value !== null),
  ) as Draft;
const bare = (step: Steps[number]): Steps[number] =>
  Object.fromEntries(
    // A text that is still to be written stays a text.
    Object.entries(step).filter(([part, value]) => value !== null && (value !== "" || part === "text")),
  ) as Steps[number];

export default function RuleDrawer({ rule, isNew, readOnly, onClose }: Props) {
  const { t } = useTranslation("reminders");
  if (!isNew && !rule) {
    return (
      <Drawer open onOpenChange={onClose} title={t("one")}>
        <NotFound />
      </Drawer>
    );
  }
  return <Editor rule={rule} readOnly={readOnly} onClose={onClose} />;
}

function Editor({ rule, readOnly, onClose }: Omit<Props, "isNew">) {
  const { t } = useTranslation("reminders");
  const { t: c } = useTranslation("common");
  const [first] = useState(() => withoutNulls(rule?.definition ?? empty));
  const [draft, setDraft] = useState(first);
  const save = useSaveRule();
  const { mayClose, question } = useUnsaved(!save.isSuccess && draft !== first);
  const faults = save.error instanceof ApiError ? save.error.fields : [];
  const submit = () =>
    save.mutate(
      { id: rule?.id, draft: withoutNulls(draft) },
      {
        onSuccess: () => {
          toast.done({ title: t(rule ? "changed" : "created", { name: draft.name }) });
          onClose();
        },
      },
    );
  useHotkey("Mod Enter", c("save"), submit, { everywhere: true, enabled: !readOnly });
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={rule ? rule.definition.name : t("new")}
      footer={
        !readOnly && (
          <>
            <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
              {c("cancel")}
            </Button>
            <Button size="md" variant="primary" busy={save.isPending} onClick={submit}>
              {rule ? c("save") : t("create")}
            </Button>
          </>
        )
      }
    >
      <fieldset disabled={readOnly} className="flex min-w-0 flex-col gap-5">
        {save.error && <Callout tone="danger">{wordsOf(save.error)}</Callout>}
        {!rule && <Callout tone="info">{t("bornOff")}</Callout>}
        <Parts
          draft={draft}
          onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
          fault={(field) => faults.find((each) => each.field === field)?.message}
        />
      </fieldset>
      {rule && <Versions rule={rule} onTake={readOnly ? undefined : (old) => setDraft(withoutNulls(old))} />}
      {question}
    </Drawer>
  );
}

type PartsProps = {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  fault: (field: string) => string | undefined;
};

function Parts({ draft, onChange, fault }: PartsProps) {
  const { t } = useTranslation("reminders");
  const repeats = draft.every != null;
  const setStep = (at: number, step: Steps[number]) =>
    onChange({ steps: draft.steps.map((each, i) => (i === at ? step : each)) });
  const named = (words: readonly string[], group: string) =>
    words.map((value) => ({ value, label: worded(`reminders:${group}.${value}`) }));
  const repeat = (on: boolean) => {
    const { every: _, ...rest } = draft;
    const steps = draft.steps.map(({ after: __, ...step }, i) => (on ? step : { ...step, after: `P${i + 1}D` }));
    onChange({ ...rest, steps, every: on ? "P7D" : (null as never) });
  };
  return (
    <>
      <Field label={t("col.name")} error={fault("name")}>
        <Input maxLength={100} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <div className="flex flex-col gap-1.5">
        <span className="font-medium text-fg-2">{t("col.kind")}</span>
        <Segmented
          label={t("col.kind")}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
          options={[
            { value: "service", label: t("kind.service") },
            { value: "marketing", label: t("kind.marketing") },
          ]}
        />
        <p className="text-xs text-fg-3">{t(draft.kind === "marketing" ? "marketingHint" : "serviceHint")}</p>
      </div>
      <Field label={t("sinceLabel")} error={fault("since")}>
        <Select value={draft.since} onChange={(since) => onChange({ since })} options={named(happenings, "since")} />
      </Field>
      <Field label={t("stages")} hint={t("stagesHint")} error={fault("stages[0]")}>
        <MultiSelect
          value={draft.stages ?? []}
          onChange={(stages) => onChange({ stages })}
          options={named(roles, "stage")}
        />
      </Field>
      <Switch label={t("repeats")} hint={t("repeatsHint")} checked={repeats} onChange={repeat} />
      {repeats && (
        <DelayField
          label={t("every")}
          value={draft.every}
          onChange={(every) => onChange({ every })}
          error={fault("every")}
        />
      )}
      <div className="flex flex-col gap-3">
        {draft.steps.map((step, i) => (
          <StepEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            key={i}
            step={step}
            place={i}
            since={draft.since}
            timed={!repeats}
            fault={(part) => fault(`steps[${i}].${part}`)}
            onChange={(next) => setStep(i, next)}
            onRemove={
              draft.steps.length > 1 ? () => onChange({ steps: draft.steps.filter((_, at) => at !== i) }) : undefined
            }
          />
        ))}
        {draft.steps.length < MOST_STEPS && (
          <Button
            className="self-start"
            onClick={() =>
              onChange({
                steps: [...draft.steps, { text: "", ...(!repeats && { after: `P${draft.steps.length + 1}D` }) }],
              })
            }
          >
            <Plus aria-hidden />
            {t("addStep")}
          </Button>
        )}
      </div>
      <Field label={t("button")} error={fault("button")}>
        <Select
          value={draft.button ?? "none"}
          onChange={(button) => onChange({ button })}
          options={named(buttons, "buttons")}
        />
      </Field>
      <Field label={t("exits")} hint={t("exitsHint")} error={fault("exits") ?? fault("exits[0]")}>
        <MultiSelect
          value={draft.exits ?? []}
          onChange={(exits) => onChange({ exits })}
          options={named(
            happenings.filter((each) => each !== draft.since),
            "since",
          )}
        />
      </Field>
      <div className="grid grid-cols-3 items-start gap-3 max-sm:grid-cols-1">
        <Field label={t("quietFrom")} error={fault("quiet_from")}>
          <TimeInput value={draft.quiet_from ?? "21:00"} onChange={(quiet_from) => onChange({ quiet_from })} />
        </Field>
        <Field label={t("quietTo")} error={fault("quiet_to")}>
          <TimeInput value={draft.quiet_to ?? "10:00"} onChange={(quiet_to) => onChange({ quiet_to })} />
        </Field>
        <Field label={t("perWeek")} error={fault("per_week")}>
          <NumberField
            value={draft.per_week ?? 4}
            onChange={(per_week) => onChange({ per_week: per_week ?? 4 })}
            min={1}
            max={50}
            steppers={false}
          />
        </Field>
      </div>
      <p className="-mt-3 text-xs text-fg-3">{t("limitsHint")}</p>
    </>
  );
}

/** How it was written before; a former one may be taken into the form. */
function Versions({ rule, onTake }: { rule: Rule; onTake: ((draft: Draft) => void) | undefined }) {
  const { t } = useTranslation("reminders");
  const { data, error } = useQuery(versionsQuery(rule.id));
  return (
    <div className="-mx-5 mt-6 -mb-4 border-t border-line">
      <PropertyGroup title={t("versions")} facts={false}>
        {error && <p className="text-danger">{wordsOf(error)}</p>}
        {data?.items.map((each) => (
          <div key={each.version} className="flex min-h-8 items-center gap-3">
            <span className="tnum font-medium">{t("versionNo", { version: each.version })}</span>
            <span className="tnum min-w-0 flex-1 truncate text-fg-3">{dateTime(each.at)}</span>
            {each.version === rule.version ? (
              <span className="text-fg-3">{t("current")}</span>
            ) : (
              onTake && <Button onClick={() => onTake(each.definition)}>{t("takeVersion")}</Button>
            )}
          </div>
        ))}
      </PropertyGroup>
    </div>
  );
}
