import { useTranslation } from "@orbita/i18n";
import { Tag } from "@orbita/ui";

/** Says that nothing here is real. */
export function TestMark() {
  const { t } = useTranslation("simulator");
  return <Tag hue="amber">{t("test")}</Tag>;
}
