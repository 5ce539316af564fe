import { api, type Hue, type Schema, take } from "@orbita/api";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";

export type Card = Schema<"ClientsClientCard">;
export type Line = Omit<Schema<"ClientsTimelineLine">, "facts"> & { facts: Record<string, unknown> };
export type Stage = {
  id: number;
  name: string;
  role: string;
  hue: Hue;
  norm_days: number | null;
};
export type Entry = Schema<"JournalEntryView">;
export type Series = Schema<"JournalChartSeries">;
export type Merge = Schema<"ClientsMergesMerge">;
export type Task = Schema<"ClientsTaskRowsTask">;
export type Weight = "noise" | "ordinary" | "important";
type Items<T> = { items: T[]; next_cursor?: string | null };

export const key = (part: string, id: number) => ["client", part, id] as const;
const path = (id: number) => ({ path: { id } });
const all = async <T>(call: Parameters<typeof take>[0]) => ((await take(call)) as Items<T>).items;

export const cardQuery = (id: number) =>
  queryOptions({
    queryKey: key("card", id),
    queryFn: async ({ signal }) => (await take(api.GET("/api/clients/{id}", { signal, params: path(id) }))) as Card,
  });

export const stagesQuery = queryOptions({
  queryKey: ["client", "stages"],
  staleTime: 300_000,
  queryFn: ({ signal }) => all<Stage>(api.GET("/api/pipeline/stages", { signal })),
});

export const feedQuery = (id: number, weight: Weight) =>
  infiniteQueryOptions({
    queryKey: [...key("feed", id), weight],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/clients/{id}/timeline", {
          signal,
          params: { ...path(id), query: { weight, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      )) as Items<Line>,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const tasksQuery = (id: number) =>
  queryOptions({
    queryKey: key("tasks", id),
    queryFn: ({ signal }) =>
      all<Task>(api.GET("/api/tasks", { signal, params: { query: { client_id: id, state: "open", limit: 20 } } })),
  });

export const channelsQuery = (id: number) =>
  queryOptions({
    queryKey: key("channels", id),
    queryFn: ({ signal }) =>
      all<Schema<"MessagingChannelsClientChannel">>(
        api.GET("/api/clients/{id}/channels", { signal, params: path(id) }),
      ),
  });

export const paymentsQuery = (id: number) =>
  queryOptions({
    queryKey: key("payments", id),
    queryFn: ({ signal }) =>
      all<Schema<"PaymentsPaymentView">>(
        api.GET("/api/clients/{id}/payments", { signal, params: { ...path(id), query: { limit: 100 } } }),
      ),
  });

export const programsQuery = (id: number) =>
  queryOptions({
    queryKey: key("programs", id),
    queryFn: ({ signal }) =>
      all<Schema<"ProgramsProgramView">>(
        api.GET("/api/clients/{id}/programs", { signal, params: { ...path(id), query: { limit: 50 } } }),
      ),
  });

export const chartQuery = (id: number) =>
  queryOptions({
    queryKey: key("chart", id),
    queryFn: async ({ signal }) =>
      (
        (await take(api.GET("/api/progress/{client_id}/chart", { signal, params: { path: { client_id: id } } }))) as {
          series: Series[];
        }
      ).series,
  });

export const entriesQuery = (id: number) =>
  queryOptions({
    queryKey: key("entries", id),
    queryFn: ({ signal }) =>
      all<Entry>(api.GET("/api/clients/{client_id}/progress", { signal, params: { path: { client_id: id } } })),
  });

export const consentsQuery = (id: number) =>
  queryOptions({
    queryKey: key("consents", id),
    queryFn: ({ signal }) =>
      all<Schema<"ClientsConsentsEntry">>(api.GET("/api/clients/{id}/consents", { signal, params: path(id) })),
  });

export const answersQuery = (id: number) =>
  queryOptions({
    queryKey: key("answers", id),
    queryFn: ({ signal }) =>
      all<Schema<"DialoguesPassViewsPassView">>(
        api.GET("/api/clients/{id}/questionnaires", { signal, params: path(id) }),
      ),
  });

/** The newest last, as the server tells them. */
export const movesQuery = (id: number) =>
  queryOptions({
    queryKey: key("moves", id),
    queryFn: ({ signal }) =>
      all<Schema<"PipelineMoveView">>(
        api.GET("/api/clients/{id}/pipeline-history", { signal, params: { ...path(id), query: { limit: 200 } } }),
      ),
  });

export const mergesQuery = (id: number) =>
  queryOptions({
    queryKey: key("merges", id),
    queryFn: ({ signal }) => all<Merge>(api.GET("/api/clients/{id}/merges", { signal, params: path(id) })),
  });

export const remindersQuery = (id: number) =>
  queryOptions({
    queryKey: key("reminders", id),
    queryFn: ({ signal }) =>
      all<Schema<"MarketingRemindersExpected">>(
        api.GET("/api/clients/{id}/reminders/preview", { signal, params: { ...path(id), query: { days: 30 } } }),
      ),
  });

export const tagsQuery = queryOptions({
  queryKey: ["client", "tags"],
  queryFn: async ({ signal }) =>
    (await all<{ tag: string }>(api.GET("/api/clients/tags", { signal }))).map(({ tag }) => tag),
});

export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ["client", "found", q],
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
    queryFn: ({ signal }): Promise<Schema<"ClientsClientSummary">[]> =>
      all<Schema<"ClientsClientSummary">>(api.GET("/api/clients", { signal, params: { query: { q, limit: 10 } } })),
  });
