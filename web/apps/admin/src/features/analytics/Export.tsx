import { useTranslation } from "@orbita/i18n";
import { Button } from "@orbita/ui";
import { Download } from "lucide-react";

/** Hands over the table beside it as a file. */
export function Export({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation("analytics");
  return (
    <Button variant="ghost" onClick={onClick}>
      <Download aria-hidden />
      {t("export")}
    </Button>
  );
}
