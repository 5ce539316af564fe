import { ApiError, api, type Hue, newKey, once, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useOptimistic } from "@/lib/optimistic";
import { type Board, type Column, extended, type Move, moved, type Quick } from "./board";

export type Filters = {
  q: string;
  quick: Quick | undefined;
  staff: number | undefined;
  tag: string;
  source: string;
};
export type Stage = {
  id: number;
  name: string;
  role: string;
  description: string;
  colour: string;
  hue: Hue;
  norm_days: number | null;
  clients: number;
};
export type StageDraft = Pick<Stage, "name" | "role" | "description" | "hue" | "norm_days">;

/** Cards of a column at first, and with each further page. */
export const PAGE = 20;
const MOST = 200;
export const boardKey = ["pipeline", "board"] as const;
export const stagesKey = ["pipeline", "stages"] as const;

const asked = ({ q, quick, staff, tag, source }: Filters) => ({
  ...(q ? { q } : {}),
  ...(quick ? { quick } : {}),
  ...(staff === undefined ? {} : { assigned_to: staff }),
  ...(tag ? { tag } : {}),
  ...(source ? { source } : {}),
});

async function page(filters: Filters, stage: number, cursor: string | undefined, limit: number, signal?: AbortSignal) {
  const query = { ...asked(filters), stage_id: stage, limit, ...(cursor ? { cursor } : {}) };
  const board = (await take(api.GET("/api/pipeline/board", { params: { query }, signal: signal ?? null }))) as Board;
  return board.columns[0] as Column;
}

export const boardQuery = (filters: Filters) =>
  queryOptions({
    queryKey: [...boardKey, filters],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal, client, queryKey }): Promise<Board> => {
      const query = { ...asked(filters), limit: PAGE };
      let board = (await take(api.GET("/api/pipeline/board", { params: { query }, signal }))) as Board;
      // Who has scrolled down keeps as many cards as they had.
      const shown = client.getQueryData<Board>(queryKey);
      for (const { id, items } of shown?.columns ?? []) {
        const now = board.columns.find((column) => column.id === id);
        if (items.length > PAGE && now?.next_cursor) {
          const more = await page(filters, id, undefined, Math.min(MOST, items.length), signal);
          board = { ...board, columns: board.columns.map((column) => (column.id === id ? more : column)) };
        }
      }
      return board;
    },
  });

/** The next cards of a column. */
export function useMore(filters: Filters) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ stage, cursor }: { stage: number; cursor: string }) => page(filters, stage, cursor, PAGE),
    onSuccess: (next) => client.setQueryData<Board>([...boardKey, filters], (board) => board && extended(board, next)),
  });
}

const move = async ({ id, stage, after, before, note }: Move) => {
  const send = (place: { after_client_id?: number; before_client_id?: number }) =>
    take(
      api.POST("/api/pipeline/clients/{id}/move-stage", {
        params: { path: { id } },
        body: { stage_id: stage, ...(note ? { notes: note } : {}), ...place },
      }),
    );
  try {
    return await send({
      ...(after === undefined ? {} : { after_client_id: after }),
      ...(before === undefined ? {} : { before_client_id: before }),
    });
  } catch (error) {
    // The neighbour went elsewhere meanwhile: the stage matters more than the place in it.
    if (error instanceof ApiError && error.fields.some(({ field }) => field.endsWith("_client_id"))) {
      return send({});
    }
    throw error;
  }
};

/** Moves a card at once; back with the reason when the server refuses, back by the person within five seconds. */
export function useMove(named: (move: Move) => { name: string; stage: string }) {
  return useOptimistic({
    key: boardKey,
    also: [stagesKey],
    send: move,
    patch: (board: Board, wish: Move) => moved(board, wish),
    said: (wish, result) => (result.moved ? i18next.t("pipeline:movedTo", named(wish)) : ""),
    undo: async (_, result) => {
      const id = (result.move as { id?: number } | undefined)?.id;
      if (id !== undefined) {
        await take(api.POST("/api/pipeline/moves/{id}/undo", { params: { path: { id } } }));
      }
    },
  });
}

/** Makes a client at a stage. */
export function useAddClient() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, stage, key }: { name: string; stage: number; key: string }) =>
      take(api.POST("/api/clients", { params: { header: once(key) }, body: { name, stage_id: stage } })),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: boardKey }),
  });
}
export { newKey };

type Deed = { deed: "move"; stage_id: number } | { deed: "tag"; tag: string } | { deed: "assign"; assigned_to: number };

/** One thing done to many; answers the work that can be taken back. */
export function useBulk() {
  const client = useQueryClient();
  const ask = () => client.invalidateQueries({ queryKey: ["pipeline"] });
  return useMutation({
    mutationFn: ({ ids, ...deed }: Deed & { ids: number[] }) =>
      take(api.POST("/api/clients/bulk", { body: { ids, ...deed } })),
    onSettled: ask,
  });
}
export const undoBulk = (id: number) => take(api.POST("/api/clients/bulk/{id}/undo", { params: { path: { id } } }));

export const stagesQuery = queryOptions({
  queryKey: stagesKey,
  queryFn: async ({ signal }) =>
    ((await take(api.GET("/api/pipeline/stages", { signal }))) as { items: Stage[] }).items,
});

export const tagsQuery = queryOptions({
  queryKey: ["pipeline", "tags"],
  queryFn: async ({ signal }) =>
    ((await take(api.GET("/api/clients/tags", { signal }))) as { items: { tag: string }[] }).items.map(
      ({ tag }) => tag,
    ),
});

export function useSaveStage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { id: number | undefined; draft: StageDraft }) => {
      const { norm_days, ...rest } = draft;
      const body = { ...rest, ...(norm_days === null ? {} : { norm_days }) };
      return id === undefined
        ? take(api.POST("/api/pipeline/stages", { body }))
        : take(api.PUT("/api/pipeline/stages/{id}", { params: { path: { id } }, body }));
    },
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["pipeline"] }),
  });
}

export function useOrderStages() {
  return useOptimistic({
    key: stagesKey,
    also: [boardKey],
    send: (stages: Stage[]) =>
      take(api.POST("/api/pipeline/stages/order", { body: { stage_ids: stages.map(({ id }) => id) } })),
    patch: (_: Stage[], stages) => stages,
  });
}

export function useRemoveStage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => take(api.DELETE("/api/pipeline/stages/{id}", { params: { path: { id } } })),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["pipeline"] }),
  });
}

/** Moves everybody from one stage to another, those in the archive too; answers when the last one has moved. */
export async function emptyStage(from: number, to: number): Promise<void> {
  for (const archived of [false, true]) {
    let work = await take(
      api.POST("/api/clients/bulk", { body: { deed: "move", filter: { stage_id: from, archived }, stage_id: to } }),
    );
    // Over a thousand clients it goes on in the background.
    while (work.state === "running" && work.id !== undefined) {
      await new Promise((done) => setTimeout(done, 700));
      work = await take(api.GET("/api/clients/bulk/{id}", { params: { path: { id: work.id } } }));
    }
  }
}
