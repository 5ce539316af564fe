import { api, once, openLink, type Schema, take } from "@orbita/api";
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { type Asked, askedOf, type Filter } from "./filters";

export type Client = Schema<"ClientsClientSummary">;
export type View = Schema<"ClientsViewRowsView">;
export type ViewDraft = Schema<"ClientsViewWanted">;
export type NewClient = Schema<"ClientsNewClient">;
export type Stage = Schema<"PipelineStageStageView">;
export type Bulk = Schema<"ClientsBulkRowsView">;
export type Deed = Omit<Schema<"ClientsBulkRequest">, "ids" | "filter">;
export type Whom = { ids: number[] } | { filter: Asked };

type Page<T> = { items: T[]; next_cursor?: string | null; total?: number | null };

export const clientsKey = ["clients"] as const;
const PAGE = 60;

export const listQuery = (filter: Filter, sort: string) =>
  infiniteQueryOptions({
    queryKey: [...clientsKey, "list", askedOf(filter), sort],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const { fields: _, ...asked } = askedOf(filter);
      return (await take(
        api.GET("/api/clients", {
          signal,
          params: {
            query: {
              ...asked,
              sort,
              limit: PAGE,
              with_total: pageParam === undefined,
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      )) as Page<Client>;
    },
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const stagesQuery = queryOptions({
  queryKey: [...clientsKey, "stages"],
  queryFn: async ({ signal }) => (await take(api.GET("/api/pipeline/stages", { signal }))).items as Stage[],
});

export const tagsQuery = queryOptions({
  queryKey: [...clientsKey, "tags"],
  queryFn: async ({ signal }) => (await take(api.GET("/api/clients/tags", { signal }))).items.map(({ tag }) => tag),
});

export const viewsQuery = queryOptions({
  queryKey: [...clientsKey, "views"],
  queryFn: async ({ signal }) => (await take(api.GET("/api/clients/views", { signal }))).items as View[],
});

/** Makes a view, or writes over one that nobody has changed since. */
export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ view, draft }: { view: View | undefined; draft: ViewDraft }) =>
      (await take(
        view === undefined
          ? api.POST("/api/clients/views", { body: draft })
          : api.PUT("/api/clients/views/{id}", {
              params: { path: { id: view.id }, header: { "If-Match": `"${view.version}"` } },
              body: draft,
            }),
      )) as View,
    onSuccess: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
}

export function useDeleteView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => take(api.DELETE("/api/clients/views/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
}

export function useAddClient() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: NewClient }) =>
      take(api.POST("/api/clients", { params: { header: once(key) }, body })),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: clientsKey }),
  });
}

/** Who may be the person that is about to be written down. */
export const alikeQuery = (name: string, phones: string[], emails: string[]) =>
  queryOptions({
    queryKey: [...clientsKey, "alike", name, phones, emails],
    enabled: phones.length + emails.length > 0,
    retry: false,
    queryFn: async ({ signal }) =>
      (
        await take(
          api.POST("/api/clients/duplicates/check", {
            signal,
            body: { ...(name && { name }), phones, emails },
          }),
        )
      ).items,
  });

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Until it is over: more than a thousand clients go on in the background. */
async function over(work: Bulk): Promise<Bulk> {
  let now = work;
  while (now.state === "running" || now.state === "undoing") {
    await pause(700);
    now = (await take(api.GET("/api/clients/bulk/{id}", { params: { path: { id: now.id } } }))) as Bulk;
  }
  return now;
}

export function useBulk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ whom, deed }: { whom: Whom; deed: Deed }) =>
      over((await take(api.POST("/api/clients/bulk", { body: { ...deed, ...whom } }))) as Bulk),
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
  });
}

export const undoBulk = async (id: number): Promise<Bulk> =>
  over((await take(api.POST("/api/clients/bulk/{id}/undo", { params: { path: { id } } }))) as Bulk);

export const exportLink = (filter: Filter, sort: string, format: "csv" | "xlsx") =>
  openLink(api.POST("/api/clients/export/link", { body: { filter: askedOf(filter), sort, format } }));

export const trashQuery = infiniteQueryOptions({
  queryKey: [...clientsKey, "trash"],
  initialPageParam: undefined as string | undefined,
  queryFn: async ({ signal, pageParam }) =>
    (await take(
      api.GET("/api/clients/trash", {
        signal,
        params: { query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } },
      }),
    )) as Page<Schema<"ClientsTrashDeleted">>,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, unverified }: { id: number; unverified: boolean }) =>
      take(
        api.POST("/api/clients/{id}/restore", {
          params: { path: { id } },
          body: { on_conflict: unverified ? "unverified" : "refuse" },
        }),
      ),
    meta: { ownErrors: true },
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
  });
}

export type Pair = Schema<"ClientsDoublesPair">;

export const pairsQuery = infiniteQueryOptions({
  queryKey: [...clientsKey, "pairs"],
  initialPageParam: undefined as string | undefined,
  queryFn: async ({ signal, pageParam }) =>
    (await take(
      api.GET("/api/clients/duplicates", {
        signal,
        params: { query: { limit: 30, ...(pageParam && { cursor: pageParam }) } },
      }),
    )) as Page<Pair>,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

type Two = { standing: number; other: number };

/** What merging would do; nothing is changed. */
export const mergeQuery = ({ standing, other }: Two) =>
  queryOptions({
    queryKey: [...clientsKey, "merge", standing, other],
    queryFn: ({ signal }) =>
      take(
        api.POST("/api/clients/{id}/merge", {
          signal,
          params: { path: { id: standing } },
          body: { client_id: other, dry_run: true },
        }),
      ),
  });

export function useMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ standing, other }: Two) =>
      take(api.POST("/api/clients/{id}/merge", { params: { path: { id: standing } }, body: { client_id: other } })),
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
  });
}

export const undoMerge = (standing: number, merge: number) =>
  take(api.POST("/api/clients/{id}/merges/{merge}/undo", { params: { path: { id: standing, merge } } }));

export function useTwoPeople() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ standing, other }: Two) =>
      take(
        api.POST("/api/clients/{id}/not-duplicate", { params: { path: { id: standing } }, body: { client_id: other } }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
  });
}

export function useScan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => take(api.POST("/api/clients/duplicates/scan", {})),
    onSettled: () => client.invalidateQueries({ queryKey: pairsQuery.queryKey }),
  });
}

export type Merge = Schema<"ClientsMergesMerge">;

export const mergesQuery = (rule: string, since: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...clientsKey, "merges", rule, since],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/clients/merges", {
          signal,
          params: {
            query: {
              limit: PAGE,
              ...(rule && { rule }),
              ...(since && { since }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      )) as Page<Merge>,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export function useUndoMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ standing, id }: Merge) =>
      take(api.POST("/api/clients/{id}/merges/{merge}/undo", { params: { path: { id: standing, merge: id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
  });
}

/** All merges of a rule since the beginning of a day of ours; `dry` only tells what would be. */
export function useMassUndo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rule, since, dry }: { rule: string; since: string; dry: boolean }) =>
      take(
        api.POST("/api/clients/merges/undo", {
          body: { rule, since: new Date(`${since}T00:00:00`).toISOString(), dry_run: dry },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: clientsKey }),
  });
}
