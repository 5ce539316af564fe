import { useTranslation } from "@orbita/i18n";
import { MenuItem, MenuSep, MoreMenu, toast } from "@orbita/ui";
import { Copy, Download, Trash2, Upload } from "lucide-react";
import { useNavigate } from "react-router";
import { wordsOf } from "@/app/queries";
import { useMe } from "@/app/session";
import type { Filter } from "./filters";
import { exportLink } from "./queries";

/** What is done with the whole base: in and out of files, trash, duplicates. */
export function PageMenu({ filter, sort }: { filter: Filter; sort: string }) {
  const { t } = useTranslation("clients");
  const go = useNavigate();
  const { role } = useMe();
  const file = (format: "csv" | "xlsx") => {
    exportLink(filter, sort, format).catch((error: unknown) => toast.failed({ title: wordsOf(error) }));
  };
  const may = role === "admin" || role === "manager";
  return (
    <MoreMenu label={t("more")}>
      {may && (
        <>
          <MenuItem onClick={() => void go("/clients/import")}>
            <Upload aria-hidden />
            {t("import.verb")}
          </MenuItem>
          <MenuItem onClick={() => file("xlsx")}>
            <Download aria-hidden />
            {t("export", { format: "Excel" })}
          </MenuItem>
          <MenuItem onClick={() => file("csv")}>
            <Download aria-hidden />
            {t("export", { format: "CSV" })}
          </MenuItem>
          <MenuSep />
        </>
      )}
      <MenuItem onClick={() => void go("/clients/duplicates")}>
        <Copy aria-hidden />
        {t("duplicates.title")}
      </MenuItem>
      <MenuItem onClick={() => void go("/clients/trash")}>
        <Trash2 aria-hidden />
        {t("trash.title")}
      </MenuItem>
    </MoreMenu>
  );
}
