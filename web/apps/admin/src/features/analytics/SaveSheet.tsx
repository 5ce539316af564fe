import { useTranslation } from "@orbita/i18n";
import { Button } from "@orbita/ui";
import { Download } from "lucide-react";
import { type Rows, save } from "./sheet-file";

/** Takes the table under it along as a file. */
export function SaveSheet({ name, rows }: { name: string; rows: () => Rows }) {
  const { t } = useTranslation("analytics");
  return (
    <Button size="sm" className="self-end" onClick={() => save(name, rows())}>
      <Download aria-hidden />
      {t("save")}
    </Button>
  );
}
