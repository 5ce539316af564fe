import { api, authorised, openLink, problemOf, type Schema, take } from "@orbita/api";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { clientsKey } from "./queries";

export type Import = Schema<"ClientsImportView">;
export type Settings = Schema<"ClientsImportSettings">;
export type Rejected = Schema<"ClientsImportReportsRejected">;

/** Where a column of somebody's table can go. */
export const targets = [
  "name",
  "first_name",
  "last_name",
  "middle_name",
  "phones",
  "emails",
  "telegram_username",
  "source",
  "tags",
  "stage",
  "assigned_to",
  "next_contact_at",
  "gender",
  "birth_date",
  "age",
  "experience",
  "goal",
  "height_cm",
  "weight_kg",
  "lifestyle",
  "days_per_week",
  "location",
  "equipment",
  "limitations_text",
  "notes",
  "time_zone",
] as const;

const busy = new Set(["checking", "running", "undoing"]);
export const isBusy = ({ state }: Pick<Import, "state">): boolean => busy.has(state);

/** Asked again every second while the server works on it. */
export const importQuery = (id: number) =>
  queryOptions({
    queryKey: [...clientsKey, "import", id],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/clients/imports/{id}", { signal, params: { path: { id } } }))) as Import,
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data) ? 1000 : false),
  });

export const importsQuery = queryOptions({
  queryKey: [...clientsKey, "imports"],
  queryFn: async ({ signal }) => (await take(api.GET("/api/clients/imports", { signal }))).items as Import[],
});

export const rejectedQuery = (id: number, state: string) =>
  infiniteQueryOptions({
    queryKey: [...clientsKey, "rejected", id, state],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/clients/imports/{id}/rejected", {
          signal,
          params: { path: { id }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      )) as { items: Rejected[]; next_cursor?: string | null },
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** The file goes as it is: the generated client knows only JSON. */
export function useUpload() {
  return useMutation({
    mutationFn: async (file: File): Promise<Import> => {
      const to = new URL("/api/clients/imports", location.origin);
      to.searchParams.set("name", file.name);
      const headers = { "Content-Type": "application/octet-stream" };
      // Read first: a retry after a refreshed token needs the body once more.
      const body = await file.arrayBuffer();
      const response = await authorised(new Request(to, { method: "POST", headers, body }));
      const answer: unknown = await response.json().catch(() => undefined);
      if (!response.ok) {
        throw problemOf(response, answer);
      }
      return answer as Import;
    },
    meta: { ownErrors: true },
  });
}

type Told = "start" | "stop" | "undo" | { settings: Settings };

/** The next step of an import; its state comes back with the answer and then by asking. */
export function useTellImport(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (told: Told) => {
      const params = { path: { id } };
      return (await take(
        told === "start"
          ? api.POST("/api/clients/imports/{id}/start", { params })
          : told === "stop"
            ? api.POST("/api/clients/imports/{id}/stop", { params })
            : told === "undo"
              ? api.POST("/api/clients/imports/{id}/undo", { params })
              : api.POST("/api/clients/imports/{id}/check", { params, body: told.settings }),
      )) as Import;
    },
    meta: { ownErrors: true },
    onSuccess: (now) => client.setQueryData(importQuery(id).queryKey, now),
  });
}

export const rejectedFile = (id: number, format: "csv" | "xlsx") =>
  openLink(api.POST("/api/clients/imports/{id}/rejected/link", { params: { path: { id }, query: { format } } }));
