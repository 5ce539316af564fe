import { api, type Schema, take } from "@orbita/api";
import { dateTime, isoDate, useTranslation } from "@orbita/i18n";
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorBox,
  FilterBar,
  NoResults,
  PageHeader,
  SkeletonRows,
} from "@orbita/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { day, text, useSearchState } from "@/lib/search-state";
import { deedIn, factsOf } from "./audit";
import { deedsQuery, settingsKey, usersQuery } from "./queries";

type Entry = Schema<"BusinessesSystemAuditEntry">;
type Page = { items: Entry[]; next_cursor?: string | null };
// The pickers weigh as much as the page: the journal is read meanwhile.
const AuditFilters = lazy(() => import("./AuditFilters"));

const search = { what: text(), who: text(), ref: text(), from: day(), to: day() };
const idOf = ({ id }: Entry) => String(id);

/** Who did what of weight, freshest first. */
export function AuditPage() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const [filter, set, reset] = useSearchState(search);
  const { what, who, ref, from, to } = filter;
  const filtered = !!(what || who || ref || from || to);
  const log = useInfiniteQuery({
    queryKey: [...settingsKey, "audit", filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/audit", {
          signal,
          params: {
            query: {
              limit: 50,
              ...(what && { what }),
              ...(who && { who }),
              ...(ref && { ref }),
              ...(from && { from: momentOf(from) }),
              ...(to && { to: momentOf(to, 1) }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      )) as Page,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
  });
  const users = useQuery(usersQuery);
  const deeds = useQuery(deedsQuery).data?.items;
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = useMemo<Column<Entry>[]>(() => {
    const whoIn = (who: string) =>
      who === "system"
        ? t("audit.system")
        : who === "client"
          ? t("audit.client")
          : who.startsWith("key")
            ? t("audit.key", { who })
            : who;
    const names = new Map(users.data?.items.map(({ id, name }) => [`user-${id}`, name]));
    return [
      { id: "at", header: t("audit.at"), cell: ({ at }) => dateTime(at), width: "140px", phone: "end" },
      {
        id: "who",
        header: t("audit.who"),
        cell: (entry) => names.get(entry.who) ?? whoIn(entry.who),
        width: "minmax(120px, 1fr)",
        phone: "line",
      },
      {
        id: "what",
        header: t("audit.what"),
        cell: (entry) => <span title={entry.what}>{deedIn(deeds, entry.what)}</span>,
        width: "minmax(150px, 1fr)",
        fixed: true,
        phone: "title",
      },
      { id: "ref", header: t("audit.ref"), cell: (entry) => entry.ref, width: "110px", phone: "line" },
      {
        id: "facts",
        header: t("audit.facts"),
        cell: ({ facts }) => (
          <span className="text-xs text-fg-3">
            {factsOf(facts as Record<string, unknown>, {
              fact: (name) => t(`audit.fact.${name}`),
              role: (role) => c(`roles.${role as "admin"}`, { defaultValue: role }),
              yes: c("yes"),
              no: c("no"),
            })}
          </span>
        ),
        width: "minmax(180px, 2fr)",
      },
    ];
  }, [t, c, users.data, deeds]);
  return (
    <>
      <PageHeader title={t("nav.audit")} />
      <Suspense fallback={<FilterBar> </FilterBar>}>
        <AuditFilters
          filter={filter}
          set={set}
          reset={filtered ? reset : undefined}
          deeds={deeds}
          people={users.data?.items}
        />
      </Suspense>
      {log.error ? (
        <ErrorBox error={log.error} onRetry={() => void log.refetch()} />
      ) : log.isPending ? (
        <SkeletonRows />
      ) : rows.length === 0 ? (
        filtered ? (
          <NoResults onReset={reset} />
        ) : (
          <EmptyState icon={ScrollText} title={t("audit.empty")} />
        )
      ) : (
        <DataTable
          label={t("nav.audit")}
          columns={columns}
          rows={rows}
          rowId={idOf}
          onMore={log.hasNextPage ? () => void log.fetchNextPage() : undefined}
          loadingMore={log.isFetchingNextPage}
        />
      )}
    </>
  );
}

/** The beginning of a day on the business's clock, so many days later. */
export function momentOf(plain: string, later = 0): string {
  const noon = new Date(`${plain}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + later);
  const wanted = noon.toISOString().slice(0, 10);
  let low = noon.getTime() - 36 * 3_600_000;
  let high = noon.getTime() + 12 * 3_600_000;
  // A zone is known to the browser only forwards, from a moment to its day.
  while (high - low > 1000) {
    const middle = (low + high) / 2;
    if (isoDate(middle) < wanted) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return new Date(Math.round(high / 60_000) * 60_000).toISOString();
}
