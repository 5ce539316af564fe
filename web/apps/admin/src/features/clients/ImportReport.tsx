import { number, useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, ButtonLink, Callout, Meter, Stat, toast } from "@orbita/ui";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Download, RotateCcw } from "lucide-react";
import { useEffect, useState } from "react";
import { wordsOf } from "@/app/queries";
import { type Import, isBusy, rejectedFile, rejectedQuery, useTellImport } from "./importing";
import { clientsKey } from "./queries";

/** The forecast of the dry run, the run itself, and what came of it. */
export function ImportReport({ now, onAnother }: { now: Import; onAnother: () => void }) {
  const { t } = useTranslation("clients");
  const client = useQueryClient();
  const tell = useTellImport(now.id);
  const [asking, setAsking] = useState(false);
  const busy = isBusy(now);
  const dry = now.state === "checking" || now.state === "checked";
  const { forecast, result } = now;
  const over = now.state === "done" || now.state === "undone";
  useEffect(() => {
    if (over) {
      void client.invalidateQueries({ queryKey: [...clientsKey, "list"] });
    }
  }, [over, client]);

  if (busy) {
    const share = now.rows > 0 ? (now.state === "undoing" ? result.undone : result.done) / now.rows : 0;
    const words = t(`import.busy.${now.state as "running"}`);
    return (
      <section aria-live="polite" className="flex flex-col gap-3 py-6">
        <h2 className="font-semibold">{words}</h2>
        {now.state === "running" && (
          <>
            <Meter share={share} label={words} />
            <p className="tnum text-fg-3">{t("import.of", { done: number(result.done), rows: number(now.rows) })}</p>
            <div>
              <Button busy={tell.isPending} onClick={() => tell.mutate("stop")}>
                {t("import.stop")}
              </Button>
            </div>
          </>
        )}
      </section>
    );
  }
  const counts = dry ? forecast : result;
  const undone = now.state === "undone";
  return (
    <>
      <section aria-label={t("import.counts")}>
        <h2 className="mb-3 font-semibold">
          {undone ? t("import.undone") : dry ? t("import.willBe") : t("import.was")}
        </h2>
        <div className="grid grid-cols-4 gap-3 max-sm:grid-cols-2">
          <Stat label={t("import.created")} value={number(counts?.created ?? 0)} />
          <Stat label={t("import.updated")} value={number(counts?.updated ?? 0)} />
          <Stat label={t("import.skipped")} value={number(counts?.skipped ?? 0)} />
          <Stat label={t("import.rejected")} value={number(counts?.rejected ?? 0)} />
        </div>
      </section>
      {undone && result.kept > 0 && <Callout tone="warn">{t("import.kept", { count: result.kept })}</Callout>}
      {(counts?.rejected ?? 0) > 0 && !undone && <RejectedRows now={now} />}
      {tell.error && <Callout tone="danger">{wordsOf(tell.error)}</Callout>}
      <div className="flex flex-wrap gap-2">
        {now.state === "checked" && (
          <Button
            size="md"
            variant="primary"
            busy={tell.isPending}
            disabled={(forecast?.created ?? 0) + (forecast?.updated ?? 0) === 0}
            onClick={() => tell.mutate("start")}
          >
            {t("import.start", { count: (forecast?.created ?? 0) + (forecast?.updated ?? 0) })}
          </Button>
        )}
        {now.state === "stopped" && (
          <Button size="md" variant="primary" busy={tell.isPending} onClick={() => tell.mutate("start")}>
            {t("import.goOn")}
          </Button>
        )}
        {over && (
          <ButtonLink size="md" variant="primary" to="/clients">
            {t("import.toList")}
          </ButtonLink>
        )}
        <Button size="md" onClick={onAnother}>
          {t("import.another")}
        </Button>
        {(now.state === "done" || now.state === "stopped") && (
          <Button size="md" variant="ghost" onClick={() => setAsking(true)}>
            <RotateCcw aria-hidden />
            {t("import.undo")}
          </Button>
        )}
      </div>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("import.undoTitle")}
        description={t("import.undoHint")}
        confirm={t("import.undo")}
        busy={tell.isPending}
        onConfirm={() => tell.mutate("undo", { onSettled: () => setAsking(false) })}
      />
    </>
  );
}

function RejectedRows({ now }: { now: Import }) {
  const { t } = useTranslation("clients");
  const { t: c } = useTranslation("common");
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(rejectedQuery(now.id, now.state));
  const rows = data?.pages.flatMap((page) => page.items) ?? [];
  const file = () => {
    rejectedFile(now.id, "csv").catch((error: unknown) => toast.failed({ title: wordsOf(error) }));
  };
  return (
    <section>
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="font-semibold">{t("import.rejectedTitle")}</h2>
        <Button onClick={file}>
          <Download aria-hidden />
          {t("import.rejectedFile")}
        </Button>
      </div>
      <ul className="divide-y divide-line rounded-lg shadow-[inset_0_0_0_1px_var(--line)]">
        {rows.map(({ line, cells, reasons }) => (
          <li key={line} className="flex gap-4 px-4 py-2.5">
            <span className="tnum w-16 shrink-0 text-fg-3">{t("import.line", { line })}</span>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{cells.filter(Boolean).join(" · ") || "—"}</span>
              <span className="block text-danger">{reasons.map(({ text }) => text).join("; ")}</span>
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="mt-2" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {c("loadMore")}
        </Button>
      )}
    </section>
  );
}
