import { useTranslation } from "@orbita/i18n";
import {
  Avatar,
  Button,
  EmptyState,
  ErrorBox,
  IconButton,
  NoResults,
  PageHeader,
  SearchInput,
  SkeletonRows,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Plus, TrendingUp } from "lucide-react";
import { lazy, Suspense, useDeferredValue } from "react";
import { useHotkey } from "@/app/hotkeys";
import { flag, id, text, useSearchState } from "@/lib/search-state";
import { Course } from "./Course";
import { People } from "./People";
import { clientQuery, clientsQuery } from "./queries";

const search = { q: text(), of: id(), add: flag() };
const EntryDrawer = lazy(() => import("./EntryDrawer"));

/** Who is measured at the left, how it goes with one of them at the right; on a phone one after the other. */
export function ProgressPage() {
  const { t } = useTranslation("progress");
  const { t: c } = useTranslation("common");
  const [{ q, of, add }, set] = useSearchState(search);
  const { data, error, refetch } = useQuery(clientsQuery(useDeferredValue(q)));
  const { data: chosen } = useQuery({ ...clientQuery(of ?? 0), enabled: of !== undefined });
  useHotkey("C", t("add"), () => set({ add: true }), { enabled: of !== undefined });
  const name = chosen?.name ?? data?.items.find((each) => each.id === of)?.name;
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          of !== undefined && (
            <Button variant="primary" onClick={() => set({ add: true })}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          )
        }
      />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <section
          aria-label={t("clients")}
          className={`flex min-h-0 w-72 shrink-0 flex-col border-r border-line max-md:w-full max-md:border-r-0 ${of === undefined ? (q ? "" : "max-md:min-h-auto max-md:flex-none max-md:[&>:not(:first-child)]:hidden") : "max-md:hidden"}`}
        >
          <div className="shrink-0 border-b border-line p-2">
            <SearchInput value={q} onChange={(next) => set({ q: next })} />
          </div>
          {error ? (
            <ErrorBox error={error} onRetry={() => void refetch()} />
          ) : !data ? (
            <SkeletonRows rows={8} />
          ) : data.items.length === 0 ? (
            q ? (
              <NoResults onReset={() => set({ q: "" })} />
            ) : (
              <EmptyState icon={TrendingUp} title={t("nobody")} hint={t("nobodyHint")} />
            )
          ) : (
            <ul className="min-h-0 flex-1 overflow-y-auto">
              {data.items.map((each) => (
                <li key={each.id}>
                  <button
                    type="button"
                    aria-current={each.id === of ? "true" : undefined}
                    onClick={() => set({ of: each.id }, { replace: false })}
                    className="flex min-h-10 w-full items-center gap-2 border-b border-line px-3 text-left hover:bg-hover aria-[current]:bg-accent-soft touch:min-h-11"
                  >
                    <Avatar name={each.name} />
                    <span className="min-w-0 flex-1 truncate font-medium">{each.name}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section
          aria-label={name ?? t("title")}
          className={`min-h-0 min-w-0 flex-1 overflow-y-auto ${of === undefined && q ? "max-md:hidden" : ""}`}
        >
          {of === undefined ? (
            <People onOpen={(client) => set({ of: client }, { replace: false })} />
          ) : (
            <>
              <div className="flex items-center gap-2 px-4 pt-3 max-md:px-3">
                <span className="md:hidden">
                  <IconButton label={c("back")} onClick={() => set({ of: undefined })}>
                    <ArrowLeft />
                  </IconButton>
                </span>
                <h2 className="min-w-0 truncate text-lg font-semibold">{name}</h2>
              </div>
              <Course key={of} client={of} onAdd={() => set({ add: true })} />
            </>
          )}
        </section>
      </div>
      {add && of !== undefined && (
        <Suspense>
          <EntryDrawer client={of} onClose={() => set({ add: false })} />
        </Suspense>
      )}
    </>
  );
}
