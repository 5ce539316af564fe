import { useTranslation } from "@orbita/i18n";
import { Button, DatePicker, FilterBar, Input, Select } from "@orbita/ui";
import { deedIn, type Words } from "./audit";
import type { User } from "./queries";

type Filter = { what: string; who: string; ref: string; from: string | undefined; to: string | undefined };
type Props = {
  filter: Filter;
  set: (patch: Partial<Filter>) => void;
  /** Lets all conditions go; there are none without it. */
  reset: (() => void) | undefined;
  deeds: readonly Words[] | undefined;
  people: readonly User[] | undefined;
};

/** Which lines of the journal are shown: by the deed, by who did it, to what, and when. */
export default function AuditFilters({ filter: { what, who, ref, from, to }, set, reset, deeds, people }: Props) {
  const { t } = useTranslation("settings");
  return (
    <FilterBar end={reset && <Button onClick={reset}>{t("audit.reset")}</Button>}>
      <Select
        label={t("audit.what")}
        value={what || "*"}
        onChange={(next) => set({ what: next === "*" ? "" : next })}
        options={[
          { value: "*", label: t("audit.anything") },
          ...(deeds ?? []).map(({ deed }) => ({ value: deed, label: deedIn(deeds, deed) })),
        ]}
        className="h-7 w-56 shrink-0"
      />
      <Select
        label={t("audit.who")}
        value={who || "*"}
        onChange={(next) => set({ who: next === "*" ? "" : next })}
        options={[
          { value: "*", label: t("audit.anybody") },
          ...(people ?? []).map(({ id, name }) => ({ value: `user-${id}`, label: name })),
          { value: "system", label: t("audit.system") },
          { value: "client", label: t("audit.client") },
        ]}
        className="h-7 w-44 shrink-0"
      />
      <Input
        key={ref}
        aria-label={t("audit.ref")}
        placeholder={t("audit.ref")}
        defaultValue={ref}
        className="h-7 w-36 shrink-0"
        onBlur={(event) => set({ ref: event.target.value.trim() })}
        onKeyDown={(event) => event.key === "Enter" && set({ ref: event.currentTarget.value.trim() })}
      />
      <DatePicker
        className="h-7 w-36 shrink-0"
        clearable
        label={t("audit.from")}
        placeholder={t("audit.from")}
        value={from ?? null}
        onChange={(next) => set({ from: next ?? undefined })}
      />
      <DatePicker
        className="h-7 w-36 shrink-0"
        clearable
        label={t("audit.to")}
        placeholder={t("audit.to")}
        value={to ?? null}
        onChange={(next) => set({ to: next ?? undefined })}
      />
    </FilterBar>
  );
}
