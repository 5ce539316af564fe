import { api, authorised, type Schema, take } from "@orbita/api";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

/** Every measure with the bounds that the server takes, in kilograms and centimetres. */
export const measures = {
  weight: [30, 300],
  chest: [50, 200],
  waist: [40, 220],
  lower_abdomen: [40, 230],
  glutes: [50, 230],
  right_thigh: [25, 130],
  left_thigh: [25, 130],
  right_calf: [15, 80],
  left_calf: [15, 80],
  right_arm: [12, 80],
  left_arm: [12, 80],
} as const satisfies Record<string, readonly [number, number]>;
export type Measure = keyof typeof measures;
export const names = Object.keys(measures) as Measure[];

export type Photo = Schema<"JournalPhotoRowsPhoto">;
export type Entry = { [M in Measure]: number | null } & {
  id: number;
  period: string;
  program_id: number | null;
  measurement_date: string;
  notes: string | null;
  photos: Photo[];
};
export type Series = {
  measure: Measure;
  title: string;
  unit: string;
  delta: number | null;
  points: { entry_id: number; period: string; date: string; value: number }[];
};
export type NewEntry = Schema<"JournalProgressNewEntry">;

export const progressKey = ["progress"] as const;

export const entriesQuery = (client: number) =>
  queryOptions({
    queryKey: [...progressKey, "entries", client],
    queryFn: async ({ signal }) =>
      (await take(
        api.GET("/api/progress/{client_id}", { signal, params: { path: { client_id: client } } }),
      )) as unknown as { items: Entry[] },
  });

export const chartQuery = (client: number) =>
  queryOptions({
    queryKey: [...progressKey, "chart", client],
    queryFn: async ({ signal }) =>
      (await take(
        api.GET("/api/progress/{client_id}/chart", { signal, params: { path: { client_id: client } } }),
      )) as unknown as { series: Series[] },
  });

export type Measured = {
  client_id: number;
  name: string;
  last_measured_on: string;
  entries: number;
  weight: number | null;
  weight_change: number | null;
  silent_week: number | null;
};

/** Everybody who was ever measured, the one measured last first. */
export const measuredQuery = infiniteQueryOptions({
  queryKey: [...progressKey, "people"],
  initialPageParam: undefined as string | undefined,
  queryFn: async ({ signal, pageParam }) =>
    (await take(
      api.GET("/api/progress", { signal, params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } } }),
    )) as { items: Measured[]; next_cursor?: string | null },
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

/** Clients with a programme of their own first: they are who is measured. */
export const clientsQuery = (q: string) =>
  queryOptions({
    queryKey: [...progressKey, "clients", q],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/clients", {
          signal,
          params: { query: { limit: 50, ...(q.trim() ? { q: q.trim() } : { has_paid: true }) } },
        }),
      ),
    placeholderData: (before) => before,
  });

export const clientQuery = (id: number) =>
  queryOptions({
    queryKey: [...progressKey, "client", id],
    queryFn: ({ signal }) => take(api.GET("/api/clients/{id}", { signal, params: { path: { id } } })),
  });

/** A photo as an address of this tab: an image cannot send the token. */
export const photoQuery = (entry: number, photo: number) =>
  queryOptions({
    queryKey: [...progressKey, "photo", entry, photo],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const url = new URL(`/api/progress/entries/${entry}/photos/${photo}`, location.origin);
      const response = await authorised(new Request(url, { signal }));
      if (!response.ok) {
        throw new Error(`HTTP ${response.status}`);
      }
      return URL.createObjectURL(await response.blob());
    },
  });

export function useAddEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewEntry) => take(api.POST("/api/progress", { body })),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: progressKey }),
  });
}
