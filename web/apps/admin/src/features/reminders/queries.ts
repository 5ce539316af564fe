import { api, type Schema, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useOptimistic } from "@/lib/optimistic";

export type Rule = Schema<"MarketingRulesRuleView">;
export type Draft = Schema<"MarketingRuleDraft">;
export type Line = Schema<"MarketingReminderLogLine">;
type Rules = { items: Rule[] };

export const rulesQuery = queryOptions({
  queryKey: ["reminders", "rules"],
  queryFn: async ({ signal }) => (await take(api.GET("/api/reminders/rules", { signal }))) as Rules,
});

export const versionsQuery = (id: number) =>
  queryOptions({
    queryKey: ["reminders", "versions", id],
    queryFn: ({ signal }) => take(api.GET("/api/reminders/rules/{id}/versions", { signal, params: { path: { id } } })),
  });

export const states = ["queued", "sent", "skipped", "cancelled", "failed", "unknown"] as const;

export const logQuery = (state: string | undefined, rule: number | undefined) =>
  infiniteQueryOptions({
    queryKey: ["reminders", "log", state, rule],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/reminders/log", {
          signal,
          params: {
            query: {
              limit: 50,
              ...(state && { state }),
              ...(rule !== undefined && { rule_id: rule }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      )) as { items: Line[]; next_cursor?: string | null },
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
  });

export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ["reminders", "clients", q],
    queryFn: ({ signal }) =>
      take(api.GET("/api/clients", { signal, params: { query: { limit: 10, ...(q.trim() && { q: q.trim() }) } } })),
    placeholderData: (before) => before,
  });

/** What the client gets in the next 30 days if nothing changes. */
export const previewQuery = (client: number) =>
  queryOptions({
    queryKey: ["reminders", "preview", client],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/clients/{id}/reminders/preview", {
          signal,
          params: { path: { id: client }, query: { days: 30 } },
        }),
      ),
  });

export function useSaveRule() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { id: number | undefined; draft: Draft }) =>
      id === undefined
        ? take(api.POST("/api/reminders/rules", { body: draft }))
        : take(api.PUT("/api/reminders/rules/{id}", { params: { path: { id } }, body: draft })),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["reminders"] }),
  });
}

const turn = (id: number, on: boolean) => {
  const params = { path: { id } };
  return take(
    on ? api.POST("/api/reminders/rules/{id}/on", { params }) : api.POST("/api/reminders/rules/{id}/off", { params }),
  );
};

export function useSwitchRule() {
  return useOptimistic({
    key: ["reminders", "rules"],
    send: ({ id, active }: Rule) => turn(id, !active),
    patch: (kept: Rules, rule) => ({
      ...kept,
      items: kept.items.map((each) => (each.id === rule.id ? { ...each, active: !rule.active } : each)),
    }),
    said: ({ active, definition }) =>
      i18next.t(active ? "reminders:switchedOff" : "reminders:switchedOn", { name: definition.name }),
    undo: ({ id, active }) => turn(id, active),
    also: [
      ["reminders", "log"],
      ["reminders", "preview"],
    ],
  });
}

export function useTryText() {
  return useMutation({
    mutationFn: (body: Schema<"MarketingRulesTrial">) => take(api.POST("/api/reminders/rules/try-text", { body })),
    meta: { ownErrors: true },
  });
}

export const happenings = [
  "started",
  "questionnaire_started",
  "questionnaire_finished",
  "asked_for_answers",
  "free_program",
  "paid_program",
  "short_program",
  "payment_created",
  "payment_completed",
  "refunded",
  "heard",
  "stage_first_contact",
  "stage_consultation",
  "stage_deciding",
  "stage_purchased",
  "stage_active",
  "stage_finished",
  "stage_inactive",
] as const;

export const roles = [
  "first_contact",
  "consultation",
  "deciding",
  "purchased",
  "active",
  "finished",
  "inactive",
] as const;

export const buttons = ["none", "questionnaire", "checkin", "prices", "pay"] as const;

/** What a text may name, as the engine knows it after that happening. */
export const variablesAfter = (since: string): string[] => [
  "имя",
  "бизнес",
  ...(["paid_program", "short_program"].includes(since) ? ["неделя", "недель", "осталось"] : []),
  ...(since === "payment_created" ? ["тариф", "сумма"] : []),
];
