import { dateTime, useTranslation } from "@orbita/i18n";
import { Button, EmptyState, ErrorBox, SkeletonRows, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus, ShieldCheck } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { consentsQuery } from "./queries";
import { useWords } from "./words";

const ConsentDialog = lazy(() => import("./ConsentDialog"));

/** What the client agreed to and refused, the newest first. Lines are only added. */
export default function ConsentsTab({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(consentsQuery(id));
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      {t("recordConsent")}
    </Button>
  );
  return (
    <>
      {error && !data ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t("noConsents")} hint={t("noConsentsHint")} action={add} />
      ) : (
        <>
          <ul className="divide-y divide-line border-b border-line">
            {data.toReversed().map((entry) => (
              <li key={entry.id} className="flex min-h-14 items-center gap-3 px-6 py-2 max-md:px-4">
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">
                    {t(entry.purpose === "MARKETING" ? "purposes.marketing" : "purposes.processing")}
                  </span>
                  <span className="tnum block text-xs break-words text-fg-3">
                    {[
                      dateTime(entry.at),
                      words.through(entry.through),
                      t("textVersion", { version: entry.text_version }),
                    ].join(" · ")}
                  </span>
                </span>
                <Tag hue={entry.given ? "green" : "red"}>{entry.given ? t("given") : t("withdrawn")}</Tag>
              </li>
            ))}
          </ul>
          <div className="px-6 py-3 max-md:px-4">{add}</div>
        </>
      )}
      <Suspense>{adding && <ConsentDialog id={id} onClose={() => setAdding(false)} />}</Suspense>
    </>
  );
}
