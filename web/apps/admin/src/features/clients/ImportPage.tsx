import { dateTime, number, useTranslation } from "@orbita/i18n";
import { Callout, ErrorBox, FileDrop, Forbidden, PageBody, PageHeader, SkeletonRows, Stepper } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { wordsOf } from "@/app/queries";
import { useMe } from "@/app/session";
import { id, useSearchState } from "@/lib/search-state";
import { ImportMapping } from "./ImportMapping";
import { ImportReport } from "./ImportReport";
import { importQuery, importsQuery, useUpload } from "./importing";

const search = { id: id() };

/** Step of the wizard by the state of the import: the address holds its id, so a reload loses nothing. */
const stepOf = (state: string | undefined): number =>
  state === undefined ? 0 : state === "uploaded" ? 1 : state === "checking" || state === "checked" ? 2 : 3;

export function ImportPage() {
  const { t } = useTranslation("clients");
  const [at, set] = useSearchState(search);
  const { role } = useMe();
  const { data, error, refetch } = useQuery({ ...importQuery(at.id ?? 0), enabled: at.id !== undefined });
  const now = at.id === undefined ? undefined : data;
  if (role !== "admin" && role !== "manager") {
    return <Forbidden roles={["admin", "manager"]} />;
  }
  return (
    <>
      <PageHeader title={t("import.title")} parents={[{ to: "/clients", label: t("title") }]} />
      <PageBody>
        <div className="mx-auto flex max-w-4xl flex-col gap-6">
          <Stepper
            steps={[t("import.step.file"), t("import.step.columns"), t("import.step.check"), t("import.step.result")]}
            current={stepOf(now?.state)}
          />
          {at.id === undefined ? (
            <Start onTaken={(taken) => set({ id: taken }, { replace: false })} />
          ) : error ? (
            <ErrorBox error={error} onRetry={() => void refetch()} />
          ) : now === undefined ? (
            <SkeletonRows rows={6} />
          ) : now.state === "uploaded" ? (
            <ImportMapping key={now.id} file={now} />
          ) : (
            <ImportReport key={now.id} now={now} onAnother={() => set({ id: undefined }, { replace: false })} />
          )}
        </div>
      </PageBody>
    </>
  );
}

function Start({ onTaken }: { onTaken: (id: number) => void }) {
  const { t } = useTranslation("clients");
  const upload = useUpload();
  const before = useQuery(importsQuery).data ?? [];
  return (
    <>
      <FileDrop
        accept=".csv,.xlsx"
        limitMb={25}
        hint={t("import.fileHint")}
        disabled={upload.isPending}
        onFiles={([file]) => file && upload.mutate(file, { onSuccess: (taken) => onTaken(taken.id) })}
      />
      {upload.isPending && <p className="text-fg-3">{t("import.uploading")}</p>}
      {upload.error && <Callout tone="danger">{wordsOf(upload.error)}</Callout>}
      {before.length > 0 && (
        <section>
          <h2 className="mb-2 font-semibold">{t("import.before")}</h2>
          <ul className="divide-y divide-line rounded-lg shadow-[inset_0_0_0_1px_var(--line)]">
            {before.slice(0, 10).map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className="flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover"
                  onClick={() => onTaken(each.id)}
                >
                  <span className="min-w-0 flex-1 truncate font-medium">{each.file_name ?? t("import.noName")}</span>
                  <span className="tnum shrink-0 text-fg-3 max-sm:hidden">
                    {t("import.rows", { count: each.rows, shown: number(each.rows) })}
                  </span>
                  <span className="tnum shrink-0 text-fg-3">{dateTime(each.created_at)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
