import { ApiError, api, once, type Schema, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { queries, wordsOf } from "@/app/queries";
import { useOptimistic } from "@/lib/optimistic";
import { type Card, key, type Merge, type Stage, type Task } from "./queries";

const path = (id: number) => ({ path: { id } });
/** What a deed on a client may change anywhere in the panel. */
const others = [["client"], ["clients"], ["pipeline"], ["today"]];

export type Patch = Partial<Pick<Card, "name" | "phones" | "emails" | "telegram_username" | "tags" | "notes">> & {
  assigned_to?: number | null;
  goal?: string | null;
  next_contact_at?: string | null;
};

// One after the other: a second change made before the first is answered would meet its own new version as a stranger's.
const lines = new Map<number, Promise<unknown>>();

async function patch(id: number, changes: Patch): Promise<Card> {
  const send = async () => {
    const version = queries.getQueryData<Card>(key("card", id))?.version;
    const card = (await take(
      api.PATCH("/api/clients/{id}", {
        params: { ...path(id), header: version === undefined ? {} : { "If-Match": `"${version}"` } },
        body: changes as Schema<"ClientsClientEdit">,
      }),
    )) as Card;
    queries.setQueryData(key("card", id), card);
    return card;
  };
  // A field that stands by itself has no place for words of its own: the toast says what is wrong with it.
  const named = (error: unknown) => {
    throw error instanceof ApiError && !error.stale && error.fields.length > 0
      ? new ApiError(error.status, error.code, error.fields.map(({ message }) => message).join(" "), error.fields)
      : error;
  };
  const mine = (lines.get(id) ?? Promise.resolve()).then(send, send).catch(named);
  lines.set(id, mine);
  return mine;
}

/** Changes parts of the card where they stand; somebody else's change meanwhile is told and shown. */
export const useEdit = (id: number) =>
  useOptimistic({
    key: key("card", id),
    also: others,
    send: (changes: Patch) => patch(id, changes),
    patch: (card: Card, changes) => ({ ...card, ...changes }),
  });

/** Moves to another stage, with a way back. */
export const useMoveStage = (id: number) =>
  useOptimistic({
    key: key("card", id),
    also: others,
    send: (stage: Stage) =>
      take(api.POST("/api/clients/{id}/move-stage", { params: path(id), body: { stage_id: stage.id } })),
    patch: (card: Card, { id: to, name, role }) => ({ ...card, stage: { id: to, name, role } }),
    said: (stage, { moved }) => (moved ? i18next.t("client:moved", { stage: stage.name }) : ""),
    undo: async (_, { move }) => {
      const made = (move as { id?: number } | undefined)?.id;
      if (made !== undefined) {
        await take(api.POST("/api/pipeline/moves/{id}/undo", { params: { path: { id: made } } }));
      }
    },
  });

function useDeed<V, R>(send: (wish: V) => Promise<R>, ownErrors = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { ownErrors },
    onSettled: () => {
      for (const queryKey of others) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}

export const useWrite = (id: number) =>
  useDeed(({ text, channel, once: idempotency }: { text: string; channel: string; once: string }) =>
    take(
      api.POST("/api/clients/{id}/messages", {
        params: { ...path(id), header: once(idempotency) },
        body: { text, channel },
      }),
    ),
  );

export const useNote = (id: number) =>
  useDeed(({ type, text }: { type: "note" | "call"; text: string }) =>
    take(api.POST("/api/actions", { body: { client_id: id, type, text } })),
  );

export const useTask = (id: number) =>
  useDeed(({ text, due }: { text: string; due: string | undefined }) =>
    take(api.POST("/api/tasks", { body: { client_id: id, text, ...(due ? { due_at: due } : {}) } })),
  );

/** Ticks a task off, with a way back. */
export const useTick = (id: number) =>
  useOptimistic({
    key: key("tasks", id),
    also: others,
    send: (task: Task) => take(api.POST("/api/tasks/{id}/done", { params: path(task.id) })),
    patch: (tasks: Task[], task) => tasks.filter((each) => each.id !== task.id),
    said: () => i18next.t("client:taskDone"),
    undo: (task) => take(api.POST("/api/tasks/{id}/reopen", { params: path(task.id) })),
  });

export const useArchive = (id: number) =>
  useDeed((archive: boolean) =>
    archive
      ? take(api.POST("/api/clients/{id}/archive", { params: path(id) }))
      : take(api.POST("/api/clients/{id}/restore", { params: path(id), body: {} })),
  );

export const useTrash = (id: number) => useDeed(() => take(api.DELETE("/api/clients/{id}", { params: path(id) })));
export const restore = (id: number) => take(api.POST("/api/clients/{id}/restore", { params: path(id), body: {} }));

export const useErase = (id: number) =>
  useDeed(
    (confirm: string) => take(api.POST("/api/clients/{id}/erase", { params: path(id), body: { confirm } })),
    true,
  );

export const useApart = (id: number) =>
  useDeed((other: number) =>
    take(api.POST("/api/clients/{id}/not-duplicate", { params: path(id), body: { client_id: other } })),
  );

export type MergeWish = { other: number; dry: boolean };
export const mergeCards = (id: number, { other, dry }: MergeWish) =>
  take(api.POST("/api/clients/{id}/merge", { params: path(id), body: { client_id: other, dry_run: dry } }));
export const useMerge = (id: number) => useDeed((wish: MergeWish) => mergeCards(id, wish), true);

const unmerge = async (merge: Pick<Merge, "id" | "standing">) =>
  take(
    api.POST("/api/clients/{id}/merges/{merge}/undo", { params: { path: { id: merge.standing, merge: merge.id } } }),
  );
export const useUnmerge = () => useDeed(unmerge);

/** Says that two cards are one now, and offers the way back. */
export function sayMerged(merge: Pick<Merge, "id" | "standing">, name: string): void {
  toast.undo({ title: i18next.t("client:merged", { name }) }, () => {
    unmerge(merge).then(
      () => Promise.all(others.map((queryKey) => queries.invalidateQueries({ queryKey }))),
      (error: unknown) => toast.failed({ title: wordsOf(error) }),
    );
  });
}

export const useConsent = (id: number) =>
  useDeed(
    (body: Schema<"ClientsPersonConsentDraft">) =>
      take(api.POST("/api/clients/{id}/consents", { params: path(id), body })),
    true,
  );

/** Writes a measurement anew; a figure that is left out is taken away, and what stood there stays in the history. */
export const useRemeasure = () =>
  useDeed(
    ({ entry, body }: { entry: number; body: Schema<"JournalProgressEntryEdit"> }) =>
      take(api.PUT("/api/progress/{id}", { params: path(entry), body })),
    true,
  );

export const useMeasure = () =>
  useDeed((body: Schema<"JournalProgressNewEntry">) => take(api.POST("/api/progress", { body })), true);
