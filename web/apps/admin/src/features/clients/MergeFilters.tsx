import { useTranslation } from "@orbita/i18n";
import { DatePicker, Field, Select } from "@orbita/ui";
import { useCodes } from "./words";

const rules = [
  "staff",
  "link",
  "phone",
  "email",
  ...["phone", "email", "nick", "name_phone", "name_birth"].map((rule) => `scan.${rule}`),
];
const ALL = "all";

type Props = {
  rule: string;
  since: string | undefined;
  onChange: (patch: { rule?: string; since?: string | undefined }) => void;
};

export default function MergeFilters({ rule, since, onChange }: Props) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const known = [...new Set([...rules, ...(rule ? [rule] : [])])];
  return (
    <div className="mb-4 grid max-w-xl grid-cols-2 gap-3 max-sm:grid-cols-1">
      <Field label={t("merges.rule")}>
        <Select
          value={rule || ALL}
          onChange={(next) => onChange({ rule: next === ALL ? "" : next })}
          options={[
            { value: ALL, label: t("merges.any") },
            ...known.map((value) => ({ value, label: codes.why(value) })),
          ]}
        />
      </Field>
      <Field label={t("merges.since")}>
        <DatePicker value={since ?? null} onChange={(next) => onChange({ since: next ?? undefined })} clearable />
      </Field>
    </div>
  );
}
