import { api, type Schema, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useOptimistic } from "@/lib/optimistic";

export type Task = Schema<"ClientsTaskRowsTask">;
export const states = ["open", "overdue", "today", "done"] as const;
export type State = (typeof states)[number];

const key = ["tasks"] as const;
type Page = { items: Task[]; next_cursor?: string | null };
type Kept = { pages: Page[]; pageParams: unknown[] };

export const tasksQuery = (state: State, mine: number | undefined) =>
  infiniteQueryOptions({
    queryKey: [...key, "list", state, mine],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/tasks", {
          signal,
          params: {
            query: {
              state,
              limit: 60,
              ...(mine !== undefined && { assigned_to: mine }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      )) as Page,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

const path = (id: number) => ({ params: { path: { id } } });
const settle = (task: Task) =>
  take(api.POST(task.done_at ? "/api/tasks/{id}/reopen" : "/api/tasks/{id}/done", path(task.id)));

/** Ticks off, or opens again; either with a way back. */
export const useSettle = () =>
  useOptimistic({
    key,
    send: settle,
    patch: (kept: Kept, { id }: Task) =>
      kept.pages && {
        ...kept,
        pages: kept.pages.map((page) => ({ ...page, items: page.items.filter((each) => each.id !== id) })),
      },
    said: ({ done_at }) => i18next.t(done_at ? "tasks:reopened" : "tasks:finished"),
    undo: (task) => take(api.POST(task.done_at ? "/api/tasks/{id}/done" : "/api/tasks/{id}/reopen", path(task.id))),
    also: [["today"], ["client"]],
  });

export function useEditTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ task, text, due }: { task: Task; text: string; due: string | null }) =>
      take(
        api.PUT("/api/tasks/{id}", {
          ...path(task.id),
          body: {
            text,
            ...(due && { due_at: due }),
            ...(task.assigned_to !== undefined && { assigned_to: task.assigned_to }),
          },
        }),
      ),
    meta: { ownErrors: true },
    onSettled: () =>
      Promise.all([key, ["today"], ["client"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
