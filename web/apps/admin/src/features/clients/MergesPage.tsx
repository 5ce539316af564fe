import { dateTime, useTranslation } from "@orbita/i18n";
import {
  AlertDialog,
  Button,
  EmptyState,
  ErrorBox,
  PageBody,
  PageHeader,
  Skeleton,
  SkeletonRows,
  Tag,
  toast,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Merge as Icon, Undo2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { usePeek } from "@/app/peek";
import { useMe } from "@/app/session";
import { day, text, useSearchState } from "@/lib/search-state";
import { type Merge, mergesQuery, useMassUndo, useUndoMerge } from "./queries";
import { useCodes } from "./words";

const search = { rule: text(), since: day() };
// A calendar and a list to choose from weigh more than the page.
const MergeFilters = lazy(() => import("./MergeFilters"));

/** Every merge of cards, and the ways back: one, or all that a rule has made since a day. */
export function MergesPage() {
  const { t } = useTranslation("clients");
  const [{ rule, since }, set] = useSearchState(search);
  const query = useInfiniteQuery(mergesQuery(rule, since));
  const merges = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { role } = useMe();
  const may = role === "admin" || role === "manager";
  return (
    <>
      <PageHeader
        title={t("merges.title")}
        parents={[
          { to: "/clients", label: t("title") },
          { to: "/clients/duplicates", label: t("duplicates.title") },
        ]}
        actions={role === "admin" && rule && since && <UndoAll rule={rule} since={since} />}
      />
      <PageBody>
        <p className="mb-4 max-w-prose text-fg-3">{t("merges.hint")}</p>
        <Suspense fallback={<Skeleton className="mb-4 h-14 max-w-xl" />}>
          <MergeFilters rule={rule} since={since} onChange={set} />
        </Suspense>
        {query.error ? (
          <ErrorBox error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <SkeletonRows rows={6} />
        ) : merges.length === 0 ? (
          <EmptyState icon={Icon} title={t("merges.empty")} hint={t("merges.emptyHint")} />
        ) : (
          <ul aria-label={t("merges.title")} className="max-w-4xl divide-y divide-line rounded-lg shadow-card">
            {merges.map((merge) => (
              <Line key={merge.id} merge={merge} may={may} />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button className="mt-4" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("duplicates.more")}
          </Button>
        )}
      </PageBody>
    </>
  );
}

function Line({ merge, may }: { merge: Merge; may: boolean }) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const peek = usePeek();
  const undo = useUndoMerge();
  const taken = [...merge.filled, ...merge.replaced].map(codes.field).filter(Boolean);
  return (
    <li className="flex min-h-13 items-center gap-3 px-4 py-2 max-sm:flex-wrap">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            className="hit rounded font-medium hover:underline"
            onClick={() => peek.open(merge.standing)}
          >
            {t("merges.pair", { standing: merge.standing, merged: merge.merged })}
          </button>
          <Tag hue={merge.undone_at ? "gray" : "amber"}>{codes.why(merge.reason)}</Tag>
          {merge.undone_at && <Tag hue="gray">{t("merges.undone")}</Tag>}
        </p>
        <p className="text-xs text-fg-3">
          {[dateTime(merge.at), taken.length > 0 && `${t("merges.taken")}: ${taken.join(", ")}`]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {may && !merge.undone_at && (
        <Button
          busy={undo.isPending}
          onClick={() => undo.mutate(merge, { onSuccess: () => toast.done({ title: t("merges.apart") }) })}
        >
          <Undo2 aria-hidden />
          {t("merges.undo")}
        </Button>
      )}
    </li>
  );
}

/** Tries it first, so that the question names the number. */
function UndoAll({ rule, since }: { rule: string; since: string }) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const trial = useMassUndo();
  const real = useMassUndo();
  const [asked, setAsked] = useState(false);
  const found = trial.data;
  return (
    <>
      <Button
        variant="danger-ghost"
        busy={trial.isPending}
        onClick={() => trial.mutate({ rule, since, dry: true }, { onSuccess: () => setAsked(true) })}
      >
        {t("merges.undoAll")}
      </Button>
      <AlertDialog
        open={asked && found !== undefined}
        onOpenChange={setAsked}
        title={t("merges.undoAllTitle", { count: found?.undone.length ?? 0 })}
        description={[
          t("merges.undoAllDetail", { rule: codes.why(rule) }),
          (found?.left.length ?? 0) > 0 && t("merges.stay", { count: found?.left.length ?? 0 }),
          found?.more && t("merges.moreLeft"),
        ]
          .filter(Boolean)
          .join(" ")}
        confirm={t("merges.undoAll")}
        busy={real.isPending}
        onConfirm={() =>
          real.mutate(
            { rule, since, dry: false },
            {
              onSuccess: ({ undone }) => toast.done({ title: t("merges.undoneAll", { count: undone.length }) }),
              onSettled: () => setAsked(false),
            },
          )
        }
      />
    </>
  );
}
