import { useTranslation } from "@orbita/i18n";
import { DateTimePicker } from "@orbita/ui";

type Props = { value: string | null; onChange: (due: string | null) => void };

export default function DueField({ value, onChange }: Props) {
  const { t } = useTranslation("client");
  return <DateTimePicker value={value} onChange={onChange} label={t("due")} clearable />;
}
