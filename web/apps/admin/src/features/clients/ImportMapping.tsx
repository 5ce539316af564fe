import { number, useTranslation } from "@orbita/i18n";
import { Button, Callout, Field, MultiSelect, RadioGroup, Select } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { type Import, type Settings, targets, useTellImport } from "./importing";
import { stagesQuery, tagsQuery } from "./queries";
import { useCodes } from "./words";

const NOWHERE = "-";
type Policy = "skip" | "fill" | "overwrite";

/** Which column goes where. The server has guessed; a person has the last word. */
export function ImportMapping({ file }: { file: Import }) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const columns = file.columns ?? [];
  const tell = useTellImport(file.id);
  const stages = useQuery(stagesQuery).data ?? [];
  const known = useQuery(tagsQuery).data ?? [];
  const [fields, setFields] = useState<ReadonlyMap<number, string>>(
    () => new Map(columns.map(({ column, field }) => [column, field ?? NOWHERE])),
  );
  const [policy, setPolicy] = useState<Policy>("fill");
  const [stage, setStage] = useState(NOWHERE);
  const [tags, setTags] = useState<string[]>([]);
  // Own fields come by the guess alone: their titles are the owner's.
  const own = columns.flatMap(({ field }) => (field?.startsWith("custom.") ? [field] : []));
  const options = [
    { value: NOWHERE, label: t("import.nowhere") },
    ...targets.map((target) => ({ value: target, label: codes.field(target) })),
    ...own.map((field) => ({ value: field, label: field.slice("custom.".length) })),
  ];
  const chosen = [...fields.values()];
  const nameless = !["name", "first_name", "last_name"].some((field) => chosen.includes(field));
  const check = () => {
    const settings: Settings = {
      columns: [...fields].filter(([, field]) => field !== NOWHERE).map(([column, field]) => ({ column, field })),
      policy,
      tags,
      ...(stage !== NOWHERE && { stage_id: Number(stage) }),
    };
    tell.mutate({ settings });
  };
  return (
    <>
      <section>
        <h2 className="font-semibold">{file.file_name ?? t("import.noName")}</h2>
        <p className="text-fg-3">
          {t("import.rows", { count: file.rows, shown: number(file.rows) })}. {t("import.mapHint")}
        </p>
      </section>
      <ul className="divide-y divide-line rounded-lg shadow-[inset_0_0_0_1px_var(--line)]">
        {columns.map(({ column, title, samples }) => (
          <li
            key={column}
            className="grid grid-cols-[1fr_240px] items-center gap-4 px-4 py-2.5 max-sm:grid-cols-1 max-sm:gap-2"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium">
                {title || t("import.untitled", { column: column + 1 })}
              </span>
              <span className="block truncate text-xs text-fg-3">{samples.filter(Boolean).join(" · ")}</span>
            </span>
            <Select
              label={t("import.goesTo", { title: title || String(column + 1) })}
              value={fields.get(column) ?? NOWHERE}
              options={options}
              onChange={(field) => setFields(new Map(fields).set(column, field))}
            />
          </li>
        ))}
      </ul>
      <RadioGroup
        label={t("import.policy")}
        value={policy}
        onChange={setPolicy}
        options={(["fill", "skip", "overwrite"] as const).map((value) => ({
          value,
          label: t(`import.policies.${value}`),
          hint: t(`import.policyHints.${value}`),
        }))}
      />
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Field label={t("import.stage")}>
          <Select
            value={stage}
            onChange={setStage}
            options={[
              { value: NOWHERE, label: t("import.firstStage") },
              ...stages.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        </Field>
        <Field label={t("import.tags")} optional>
          <MultiSelect
            value={tags}
            onChange={setTags}
            options={[...new Set([...known, ...tags])].map((tag) => ({ value: tag, label: tag }))}
            onCreate={(tag) => setTags([...tags, tag.slice(0, 50)])}
          />
        </Field>
      </div>
      {tell.error && <Callout tone="danger">{wordsOf(tell.error)}</Callout>}
      {nameless && <Callout tone="warn">{t("import.nameless")}</Callout>}
      <div>
        <Button size="md" variant="primary" busy={tell.isPending} disabled={nameless} onClick={check}>
          {t("import.check")}
        </Button>
      </div>
    </>
  );
}
