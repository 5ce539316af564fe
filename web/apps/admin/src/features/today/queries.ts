import { api, type Schema, take } from "@orbita/api";
import { i18next, isoDate } from "@orbita/i18n";
import { queryOptions } from "@tanstack/react-query";
import { useOptimistic } from "@/lib/optimistic";

export type Task = Schema<"ClientsTaskRowsTask">;
export type Day = Schema<"ClientsTodayToday">;
type Values = Schema<"AnalyticsSheetRow">["values"];

const todayKey = ["today"] as const;
const dayKey = [...todayKey, "day"] as const;

export const dayQuery = queryOptions({
  queryKey: dayKey,
  queryFn: ({ signal }) => take(api.GET("/api/today", { signal })),
});

export const waitingQuery = queryOptions({
  queryKey: [...todayKey, "waiting"],
  queryFn: ({ signal }) =>
    take(api.GET("/api/conversations", { params: { query: { show: "unanswered", limit: 6 } }, signal })),
});

export const endingQuery = queryOptions({
  queryKey: [...todayKey, "ending"],
  queryFn: ({ signal }) => take(api.GET("/api/programs/ending", { params: { query: { days: 14 } }, signal })),
});

const DAY = 86_400_000;

/** The last 30 days and the 30 before them. */
export const numbersQuery = queryOptions({
  queryKey: [...todayKey, "numbers"],
  queryFn: async ({ signal }): Promise<{ now: Values; before: Values }> => {
    const today = Date.now();
    const of = async (first: number, last: number) =>
      (
        await take(
          api.GET("/api/analytics/{report}", {
            params: {
              path: { report: "overview" },
              query: { from: isoDate(new Date(today - first * DAY)), to: isoDate(new Date(today - last * DAY)) },
            },
            signal,
          }),
        )
      ).total.values;
    const [now, before] = await Promise.all([of(29, 0), of(59, 30)]);
    return { now, before };
  },
});

export const funnelQuery = queryOptions({
  queryKey: [...todayKey, "funnel"],
  queryFn: ({ signal }) =>
    take(api.GET("/api/pipeline/analytics", { params: { query: { mode: "snapshot" } }, signal })),
});

const without = (kept: Day, id: number): Day => ({
  ...kept,
  overdue: kept.overdue.filter((each) => each.id !== id),
  tasks: kept.tasks.filter((each) => each.id !== id),
});

/** Done, with a way back. */
export const useFinish = () =>
  useOptimistic({
    key: dayKey,
    send: ({ id }: Task) => take(api.POST("/api/tasks/{id}/done", { params: { path: { id } } })),
    patch: (kept: Day, { id }) => without(kept, id),
    said: () => i18next.t("today:finished"),
    undo: ({ id }) => take(api.POST("/api/tasks/{id}/reopen", { params: { path: { id } } })),
  });

const edit = ({ id, text, due_at, assigned_to }: Task) =>
  take(
    api.PUT("/api/tasks/{id}", {
      params: { path: { id } },
      body: { text: text ?? "", ...(due_at && { due_at }), ...(assigned_to !== undefined && { assigned_to }) },
    }),
  );

/** By a day from now, with a way back. */
export const usePostpone = () =>
  useOptimistic({
    key: dayKey,
    send: (task: Task) => edit({ ...task, due_at: new Date(Date.now() + DAY).toISOString() }),
    patch: (kept: Day, { id }) => without(kept, id),
    said: () => i18next.t("today:postponed"),
    undo: edit,
  });
