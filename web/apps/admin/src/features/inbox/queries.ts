import { api, type Schema, take } from "@orbita/api";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

export type Conversation = Schema<"MessagingInboxConversationShown">;
export type Message = Schema<"MessagingInboxMessageShown">;
export type Show = "all" | "mine" | "unanswered" | "bot";

const inboxKey = ["inbox"] as const;

export const conversationsQuery = (show: Show, q: string) =>
  infiniteQueryOptions({
    queryKey: [...inboxKey, "list", show, q],
    queryFn: ({ signal, pageParam }) =>
      take(
        api.GET("/api/conversations", {
          params: { query: { show, limit: 50, ...(q && { q }), ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });

export const threadQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...inboxKey, "thread", id],
    queryFn: ({ signal, pageParam }) =>
      take(
        api.GET("/api/conversations/{id}/messages", {
          params: { path: { id }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });

export const templatesQuery = queryOptions({
  queryKey: [...inboxKey, "templates"],
  queryFn: ({ signal }) => take(api.GET("/api/reply-templates", { signal })),
  staleTime: 60_000,
});

/** A change of the inbox; whatever it was, the list and the thread are asked anew. */
function useChange<V, R>(send: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSettled: () => client.invalidateQueries({ queryKey: inboxKey }) });
}

/** `key` is the same for every attempt at one message: a doubled click sends it once. */
export const useWrite = () =>
  useChange(({ id, text, key }: { id: number; text: string; key: string }) =>
    take(
      api.POST("/api/conversations/{id}/messages", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body: { text },
      }),
    ),
  );

export const useTake = () =>
  useChange((id: number) => take(api.POST("/api/conversations/{id}/take", { params: { path: { id } } })));

export const useHandBack = () =>
  useChange((id: number) => take(api.POST("/api/conversations/{id}/hand-back", { params: { path: { id } } })));

export const useRead = () =>
  useChange(({ id, upTo }: { id: number; upTo: number }) =>
    take(api.POST("/api/conversations/{id}/read", { params: { path: { id } }, body: { message_id: upTo } })),
  );

export const useRetry = () =>
  useChange((id: number) => take(api.POST("/api/messages/{id}/retry", { params: { path: { id } } })));

export const linkOf = async (id: number): Promise<string> =>
  (await take(api.POST("/api/messages/{id}/link", { params: { path: { id } } }))).url;

export const rendered = async (id: number, client: number): Promise<string> =>
  (await take(api.POST("/api/reply-templates/{id}/render", { params: { path: { id } }, body: { client_id: client } })))
    .text;
