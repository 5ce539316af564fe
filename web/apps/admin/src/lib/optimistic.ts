import { ApiError } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { wordsOf } from "@/app/queries";

type Wish<V, R> = {
  /** Tells the server. */
  send: (variables: V) => Promise<R>;
  /** Whose answers change; all queries whose keys begin so. */
  key: QueryKey;
  /** The answer as it will be, made of the one that is kept; undefined leaves it. */
  patch: (kept: never, variables: V) => unknown;
  /** Words of the toast; none without it. */
  said?: (variables: V, result: R) => string;
  /** Takes it back on the server, within five seconds. */
  undo?: (variables: V, result: R) => Promise<unknown>;
  /** Further features that this makes stale. */
  also?: QueryKey[];
};

/**
 * A change that shows at once: a move, a tag, a switch. When the server refuses, the former state comes back; on 409 and
 * 412 (somebody was quicker) with the fresh one and words about it. `undo` puts a way back into the toast.
 */
export function useOptimistic<V, R>({ send, key, patch, said, undo, also = [] }: Wish<V, R>) {
  const client = useQueryClient();
  const ask = () => Promise.all([key, ...also].map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation<R, Error, V, { before: [QueryKey, unknown][] }>({
    mutationFn: send,
    meta: { ownErrors: true },
    onMutate: async (variables) => {
      // An answer under way would paint over what we show.
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueriesData({ queryKey: key });
      for (const [queryKey, kept] of before) {
        const next = kept === undefined ? undefined : patch(kept as never, variables);
        if (next !== undefined) {
          client.setQueryData(queryKey, next);
        }
      }
      return { before };
    },
    onError: (error, _variables, context) => {
      for (const [queryKey, kept] of context?.before ?? []) {
        client.setQueryData(queryKey, kept);
      }
      const stale = error instanceof ApiError && error.stale;
      toast.failed({
        title: wordsOf(error),
        ...(stale && error.status === 412 ? { description: i18next.t("common:changedMeanwhile") } : {}),
      });
    },
    onSuccess: (result, variables) => {
      const title = said?.(variables, result);
      if (title && undo) {
        toast.undo({ title }, () => {
          undo(variables, result).then(ask, (error: unknown) => toast.failed({ title: wordsOf(error) }));
        });
      } else if (title) {
        toast.done({ title });
      }
    },
    onSettled: () => {
      void ask();
    },
  });
}
