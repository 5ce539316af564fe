import { dateTime, useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, Callout, Card, Tag, toast } from "@orbita/ui";
import { Download, Link2, Trash2, Upload } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { wordsOf } from "@/app/queries";
import { download, type Remark, type Sheet, useSheet } from "./templates";

const SheetDialog = lazy(() => import("./SheetDialog"));

const MOST = 8;

/** Where one gender's templates come from, and how the last reading went. */
export function SheetCard({ sheet, mayChange }: { sheet: Sheet; mayChange: boolean }) {
  const { t } = useTranslation("programs");
  const [asked, setAsked] = useState<"link" | "upload" | "remove">();
  const remove = useSheet();
  const own = sheet.in_force !== "library";
  const done = () => setAsked(undefined);
  return (
    <Card>
      <div className="flex items-center gap-2">
        <h2 className="text-base font-semibold">{t(sheet.gender === "men" ? "men" : "women")}</h2>
        <Tag hue={own ? "green" : "gray"}>
          {t(`force.${sheet.in_force as "library"}`, { defaultValue: sheet.in_force })}
        </Tag>
        <span className="tnum ml-auto text-fg-2">{t("templatesCount", { count: sheet.templates })}</span>
      </div>
      {sheet.link && (
        <p className="mt-2 truncate">
          <a href={sheet.link} target="_blank" rel="noreferrer" className="text-accent-text hover:underline">
            {sheet.link}
          </a>
        </p>
      )}
      {sheet.checked_at && (
        <p className="mt-1 text-xs text-fg-2">{t("checkedAt", { at: dateTime(sheet.checked_at) })}</p>
      )}
      <Remarks tone="danger" title={t("sheetBroken")} remarks={sheet.problems} />
      <Remarks tone="warn" title={t("sheetWarned")} remarks={sheet.warnings} />
      <div className="mt-3 flex flex-wrap gap-2">
        {mayChange && (
          <>
            <Button onClick={() => setAsked("link")}>
              <Link2 aria-hidden />
              {t(sheet.link ? "changeLink" : "link")}
            </Button>
            <Button onClick={() => setAsked("upload")}>
              <Upload aria-hidden />
              {t("upload")}
            </Button>
          </>
        )}
        <Button
          variant="ghost"
          onClick={() => download(sheet.gender).catch((error: unknown) => toast.failed({ title: wordsOf(error) }))}
        >
          <Download aria-hidden />
          {t("download")}
        </Button>
        {mayChange && (own || sheet.link) && (
          <Button variant="ghost" onClick={() => setAsked("remove")}>
            <Trash2 aria-hidden />
            {t("toLibrary")}
          </Button>
        )}
      </div>
      <AlertDialog
        open={asked === "remove"}
        onOpenChange={(open) => !open && done()}
        title={t("toLibraryTitle")}
        description={t("toLibraryDetail")}
        confirm={t("toLibrary")}
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(
            { do: "remove", gender: sheet.gender },
            { onSuccess: () => toast.done({ title: t("toLibraryDone") }), onSettled: done },
          )
        }
      />
      {(asked === "link" || asked === "upload") && (
        <Suspense>
          <SheetDialog sheet={sheet} mode={asked} onClose={done} />
        </Suspense>
      )}
    </Card>
  );
}

function Remarks({ tone, title, remarks }: { tone: "danger" | "warn"; title: string; remarks: Remark[] }) {
  const { t } = useTranslation("programs");
  const [all, setAll] = useState(false);
  if (remarks.length === 0) {
    return null;
  }
  return (
    <Callout tone={tone} title={title} className="mt-3">
      <ul className="mt-1 flex max-h-64 flex-col gap-0.5 overflow-y-auto">
        {remarks.slice(0, all ? undefined : MOST).map(({ row, column, text }) => (
          <li key={`${row} ${column} ${text}`}>
            {row != null && <span className="tnum font-medium">{t("row", { number: row })}</span>}
            {column && <span className="text-fg-2"> · {column}</span>}
            {(row != null || column) && ": "}
            {text}
          </li>
        ))}
      </ul>
      {remarks.length > MOST && !all && (
        <Button variant="ghost" className="mt-1" onClick={() => setAll(true)}>
          {t("allRemarks", { count: remarks.length })}
        </Button>
      )}
    </Callout>
  );
}
