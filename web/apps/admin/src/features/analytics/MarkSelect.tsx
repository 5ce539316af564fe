import { useTranslation } from "@orbita/i18n";
import { Select } from "@orbita/ui";
import { type By, bys } from "./queries";

/** By which mark sources are told apart. */
export default function MarkSelect({ value, onChange }: { value: By; onChange: (value: By) => void }) {
  const { t } = useTranslation("analytics");
  return (
    <Select
      className="mb-4 w-56"
      label={t("by")}
      value={value}
      onChange={(next) => onChange(next as By)}
      options={bys.map((each) => ({ value: each, label: t(`bys.${each}`) }))}
    />
  );
}
