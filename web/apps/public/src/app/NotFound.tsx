import { useTranslation } from "@orbita/i18n";
import { EmptyState, useTitle } from "@orbita/ui";
import { SearchX } from "lucide-react";

export function NotFound() {
  const { t } = useTranslation("common");
  useTitle(t("nothingFound"));
  return (
    <main>
      <EmptyState icon={SearchX} title={t("nothingFound")} />
    </main>
  );
}
