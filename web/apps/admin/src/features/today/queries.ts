import { api, type Schema, take } from "@orbita/api";
import { fromKopecks, i18next, isoDate, toKopecks } from "@orbita/i18n";
import { queryOptions } from "@tanstack/react-query";
import { momentOf } from "@/lib/moment";
import { useOptimistic } from "@/lib/optimistic";
import { amountOf, courseOf, type Figure } from "./figures";

export type Task = Schema<"ClientsTaskRowsTask">;
export type Day = Schema<"ClientsTodayToday">;

const todayKey = ["today"] as const;
const dayKey = [...todayKey, "day"] as const;

export const dayQuery = queryOptions({
  queryKey: dayKey,
  queryFn: ({ signal }) => take(api.GET("/api/today", { signal })),
});

export const waitingQuery = queryOptions({
  queryKey: [...todayKey, "waiting"],
  queryFn: ({ signal }) =>
    take(api.GET("/api/conversations", { params: { query: { show: "unanswered", limit: 30 } }, signal })),
});

export const endingQuery = queryOptions({
  queryKey: [...todayKey, "ending"],
  queryFn: ({ signal }) => take(api.GET("/api/programs/ending", { params: { query: { days: 14 } }, signal })),
});

const DAY = 86_400_000;

const DAYS = 30;
type Course = Omit<Figure, "name">;
export type Numbers = Record<"revenue" | "payments_completed" | "new_clients" | "came_bought_share", Course>;

/** The last 30 days and the 30 before them: by days where the report has days, else whole. */
export const numbersQuery = queryOptions({
  queryKey: [...todayKey, "numbers"],
  queryFn: async ({ signal }): Promise<Numbers> => {
    const now = Date.now();
    const report = (name: string, first: number, last: number) =>
      take(
        api.GET("/api/analytics/{report}", {
          params: {
            path: { report: name },
            query: {
              from: isoDate(new Date(now - first * DAY)),
              to: isoDate(new Date(now - last * DAY)),
              grain: "day",
            },
          },
          signal,
        }),
      );
    const [money, people, is, was] = await Promise.all([
      report("revenue", 2 * DAYS - 1, 0),
      report("clients-growth", 2 * DAYS - 1, 0),
      report("conversion", DAYS - 1, 0),
      report("conversion", 2 * DAYS - 1, DAYS),
    ]);
    const share = ({ total }: typeof is) => [amountOf(total.values.came_bought_share)];
    return {
      revenue: courseOf(money.rows, "revenue", DAYS),
      payments_completed: courseOf(money.rows, "payments_completed", DAYS),
      new_clients: courseOf(people.rows, "new_clients", DAYS),
      came_bought_share: { course: share(is), before: share(was) },
    };
  },
});

export type PaidToday = {
  items: Schema<"PaymentsPaymentView">[];
  sum: { amount: string; currency: string } | undefined;
};

/** Bills of this day, and what of them was paid. */
export const paidTodayQuery = queryOptions({
  queryKey: [...todayKey, "paid"],
  queryFn: async ({ signal }): Promise<PaidToday> => {
    const from = momentOf(`${isoDate(new Date())}T00:00`);
    const { items } = await take(
      api.GET("/api/payments", { params: { query: { ...(from && { from }), limit: 50 } }, signal }),
    );
    const paid = items.filter(({ status }) => status === "completed");
    const currency = paid[0]?.amount.currency;
    return {
      items: items.filter(({ status }) => status !== "canceled"),
      sum: currency && {
        amount: fromKopecks(paid.reduce((all, { amount }) => all + toKopecks(amount.amount), 0)),
        currency,
      },
    } as PaidToday;
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
