import { number, useTranslation } from "@orbita/i18n";
import {
  Button,
  ButtonLink,
  ColumnPicker,
  DataTable,
  EmptyState,
  ErrorBox,
  FilterBar,
  NoResults,
  PageHeader,
  SearchInput,
  SkeletonRows,
  useColumns,
} from "@orbita/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Plus, Upload, Users } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { usePeek, usePeekList } from "@/app/peek";
import { useMe } from "@/app/session";
import { useSearchState } from "@/lib/search-state";
import { type Colleague, staffQuery } from "@/lib/staff";
import { useColumnsOfClients } from "./columns";
import { askedOf, narrows, search } from "./filters";
import { PageMenu } from "./PageMenu";
import { type Client, listQuery, stagesQuery } from "./queries";
import { Views } from "./Views";

const Pickers = lazy(() => import("./Pickers"));
const BulkBar = lazy(() => import("./BulkBar"));
const NewClientDrawer = lazy(() => import("./NewClientDrawer"));

const none: Client[] = [];
const nobody: Colleague[] = [];
const idOf = (client: Client) => String(client.id);
const nothing: ReadonlySet<string> = new Set();

export function ClientsPage() {
  const { t } = useTranslation("clients");
  const [at, set, reset] = useSearchState(search);
  const { role } = useMe();
  const peek = usePeek();
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    listQuery(at, at.sort),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? none, [data]);
  usePeekList(useMemo(() => rows.map(({ id }) => id), [rows]));
  const stages = useQuery(stagesQuery).data ?? [];
  const people = useQuery(staffQuery).data ?? nobody;
  const columns = useColumnsOfClients(stages, people);
  const [hidden, hide] = useColumns("clients", ["created_at"]);
  const [selected, select] = useState(nothing);
  const asked = JSON.stringify(askedOf(at));
  // Who is not in the list any more is not to be acted upon unseen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter, another list
  useEffect(() => select(nothing), [asked]);
  useHotkey("C", t("new"), () => set({ new: true }));

  const total = data?.pages[0]?.total ?? undefined;
  const add = (
    <Button variant="primary" onClick={() => set({ new: true })}>
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        count={total === undefined ? undefined : number(total)}
        actions={
          <>
            <PageMenu filter={at} sort={at.sort} />
            {add}
          </>
        }
      />
      <Views at={at} set={set} columns={columns} hidden={hidden} hide={hide} />
      <FilterBar end={<ColumnPicker columns={columns} hidden={hidden} onChange={hide} />}>
        <SearchInput value={at.q} onChange={(q) => set({ q })} placeholder={t("find")} aria-label={t("find")} />
        <Suspense fallback={<span className="w-[420px] shrink-0 max-md:w-20" />}>
          <Pickers at={at} set={set} stages={stages} people={people} />
        </Suspense>
      </FilterBar>
      <div className="relative flex min-h-0 flex-1 flex-col">
        {error ? (
          <ErrorBox error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <SkeletonRows />
        ) : rows.length === 0 ? (
          narrows(at) ? (
            <NoResults onReset={reset} />
          ) : (
            <EmptyState
              icon={Users}
              title={t("empty")}
              hint={t("emptyHint")}
              action={
                <span className="flex gap-2">
                  {role !== "trainer" && (
                    <ButtonLink to="/clients/import">
                      <Upload aria-hidden />
                      {t("import.verb")}
                    </ButtonLink>
                  )}
                  {add}
                </span>
              }
            />
          )
        ) : (
          <DataTable
            label={t("title")}
            columns={columns}
            rows={rows}
            rowId={idOf}
            openId={peek.id === undefined ? undefined : String(peek.id)}
            onOpen={({ id }) => peek.open(id)}
            sort={at.sort}
            onSort={(sort) => set({ sort })}
            selected={selected}
            onSelect={select}
            hidden={hidden}
            onMore={hasNextPage ? () => void fetchNextPage() : undefined}
            loadingMore={isFetchingNextPage}
          />
        )}
        {selected.size > 0 && (
          <Suspense>
            <BulkBar
              selected={selected}
              filter={askedOf(at)}
              total={rows.length === selected.size ? total : undefined}
              archived={at.archived}
              stages={stages}
              people={people.filter(({ active }) => active)}
              onClear={() => select(nothing)}
            />
          </Suspense>
        )}
      </div>
      {at.new && (
        <Suspense>
          <NewClientDrawer onClose={() => set({ new: false })} />
        </Suspense>
      )}
    </>
  );
}
