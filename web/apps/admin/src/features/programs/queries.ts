import { ApiError, api, once, type Schema, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { wordsOf } from "@/app/queries";
import { type Cell, editOf, laidOver, type Value, weeksOf } from "./cells";

export type Program = Omit<
  Schema<"ProgramsProgramView">,
  "goal" | "profile" | "origin" | "made_at" | "delivered_at" | "starts_at"
> & {
  goal: string | null;
  profile: string | null;
  origin: string | null;
  made_at: string | null;
  delivered_at: string | null;
  starts_at: string | null;
};
export type State = Program["state"];
export type Version = Omit<Schema<"ProgramsReadingVersionView">, "author" | "reason"> & {
  author: string | null;
  reason: string | null;
};
export type Explanation = { profile: string; reasons: string[]; dosage: string[]; why_reserve: string | null };
export type Detailed = { program: Program; explanation: Explanation | null; versions: Version[] };
export type Exercise = Omit<Schema<"ProgramsProgramContentExercise">, "load" | "rest" | "reserve"> & {
  load: string | null;
  rest: string | null;
  reserve: string | null;
};
export type Session = { day: number; name: string; exercises: Exercise[] };
export type Week = { number: number; deload: boolean; advice: string; sessions: Session[] };
export type Content = { title: string; facts: string[]; reasons: string[]; weeks: Week[] };
export type Viewed = { id: number; version: number; content: Content };
export type Change = { path: string; old: unknown; value: unknown };
export type Adaptation = Omit<Schema<"ProgramsAdaptationsAdaptationView">, "cells"> & { cells: Change[] };
type Page<T> = { items: T[]; next_cursor?: string | null };

export const programsKey = ["programs"] as const;

export type Filter = { paid: "free" | "paid" | undefined; state: State | undefined; client: number | undefined };

export const programsQuery = ({ paid, state, client }: Filter) =>
  infiniteQueryOptions({
    queryKey: [...programsKey, "list", paid, state, client],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/programs", {
          signal,
          params: {
            query: {
              limit: 50,
              ...(paid && { paid: paid === "paid" }),
              ...(state && { state }),
              ...(client !== undefined && { client_id: client }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      )) as Page<Program>,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
  });

export const programQuery = (id: number) =>
  queryOptions({
    queryKey: [...programsKey, "one", id],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/programs/{id}", { signal, params: { path: { id } } }))) as Detailed,
    // A programme is made within seconds after it is owed.
    refetchInterval: ({ state }) => (state.data?.program.state === "owed" ? 2000 : false),
  });

const viewKey = (id: number) => [...programsKey, "view", id] as const;

export const viewQuery = (id: number, version: number) =>
  queryOptions({
    queryKey: viewKey(id),
    enabled: version > 0,
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/programs/{id}/view", { signal, params: { path: { id } } }))) as Viewed,
  });

export const diffQuery = (id: number, from: number, to: number) =>
  queryOptions({
    queryKey: [...programsKey, "diff", id, from, to],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/programs/{id}/diff", { signal, params: { path: { id }, query: { from, to } } }))) as {
        cells: Change[];
      },
  });

export const adaptationsQuery = (id: number) =>
  queryOptions({
    queryKey: [...programsKey, "adaptations", id],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/programs/{id}/adaptations", { signal, params: { path: { id } } }))) as Page<Adaptation>,
  });

export type Mark = Schema<"JournalMark">;

/** The sets that the client ticked in the cabinet. */
export const marksQuery = (id: number) =>
  queryOptions({
    queryKey: [...programsKey, "marks", id],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/programs/{id}/marks", { signal, params: { path: { id } } }))) as Page<Mark>,
  });

/** Clients by name, phone or nick. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: [...programsKey, "clients", q],
    queryFn: ({ signal }) =>
      take(api.GET("/api/clients", { signal, params: { query: { limit: 10, ...(q.trim() && { q: q.trim() }) } } })),
    placeholderData: (before) => before,
  });

/**
 * Writes a cell: shown at once, told to the server one after another, each on top of the version that the former made.
 * When the server refuses, the sheet is read anew: later edits may already lie over what we showed.
 */
export function useEditCell(id: number) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `program ${id}` },
    meta: { ownErrors: true },
    mutationFn: async ({ cell, value }: { cell: Cell; value: Value }) => {
      const version = client.getQueryData<Viewed>(viewKey(id))?.version ?? 0;
      return (await take(
        api.PATCH("/api/programs/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
          body: { content: editOf(cell, value) },
        }),
      )) as Program;
    },
    onMutate: async ({ cell, value }) => {
      await client.cancelQueries({ queryKey: viewKey(id) });
      client.setQueryData<Viewed>(
        viewKey(id),
        (kept) => kept && { ...kept, content: laidOver(kept.content, cell, value) },
      );
    },
    onSuccess: ({ version }) => {
      client.setQueryData<Viewed>(viewKey(id), (kept) => kept && { ...kept, version });
      void client.invalidateQueries({ queryKey: [...programsKey, "one", id] });
      void client.invalidateQueries({ queryKey: [...programsKey, "list"] });
    },
    onError: async (error) => {
      toast.failed({
        title: wordsOf(error),
        ...(error instanceof ApiError && error.status === 412
          ? { description: i18next.t("common:changedMeanwhile") }
          : {}),
      });
      await client.invalidateQueries({ queryKey: programsKey });
    },
  });
}

/** Writes whole weeks at once, as one version. */
export function useWriteWeeks(id: number) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `program ${id}` },
    mutationFn: async (sessions: ReadonlyMap<number, Session[]>) => {
      const version = client.getQueryData<Viewed>(viewKey(id))?.version ?? 0;
      return (await take(
        api.PATCH("/api/programs/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
          body: { content: weeksOf(sessions) as unknown as Schema<"ProgramsProgramsPatch">["content"] },
        }),
      )) as Program;
    },
    onSettled: () => client.invalidateQueries({ queryKey: programsKey }),
  });
}

export type Verb =
  | { do: "send"; key: string }
  | { do: "regenerate" }
  | { do: "restore"; number: number; version: number }
  | { do: "reassign"; profile: string; version: number }
  | { do: "apply" | "decline"; week: number };

/** Everything that is asked of a whole programme. */
export function useTell(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (verb: Verb): Promise<unknown> => {
      const path = { id };
      switch (verb.do) {
        case "send":
          return take(api.POST("/api/programs/{id}/send", { params: { path, header: once(verb.key) } }));
        case "regenerate":
          return take(api.POST("/api/programs/{id}/regenerate", { params: { path } }));
        case "restore":
          return take(
            api.POST("/api/programs/{id}/versions/{number}/restore", {
              params: { path: { id, number: verb.number }, header: { "If-Match": `"${verb.version}"` } },
              body: {},
            }),
          );
        case "reassign":
          return take(
            api.POST("/api/programs/{id}/template", {
              params: { path, header: { "If-Match": `"${verb.version}"` } },
              body: { profile: verb.profile },
            }),
          );
        case "apply":
          return take(
            api.POST("/api/programs/{id}/adaptations/{week}/apply", { params: { path: { id, week: verb.week } } }),
          );
        case "decline":
          return take(
            api.POST("/api/programs/{id}/adaptations/{week}/decline", { params: { path: { id, week: verb.week } } }),
          );
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: programsKey }),
  });
}

export function useGenerate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, ...body }: { key: string; client_id: number; weeks: number; send: boolean }) =>
      (await take(api.POST("/api/programs/generate", { params: { header: once(key) }, body }))) as Program,
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: programsKey }),
  });
}

/** A copy of a programme for another client. */
export function useAssign(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, to }: { key: string; to: number }) =>
      (await take(
        api.POST("/api/programs/{id}/assign", { params: { path: { id }, header: once(key) }, body: { client_id: to } }),
      )) as Program,
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: programsKey }),
  });
}
