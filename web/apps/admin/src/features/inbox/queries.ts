import { api, newKey, type Schema, take } from "@orbita/api";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

export type Conversation = Schema<"MessagingInboxConversationShown">;
export type Message = Schema<"MessagingInboxMessageShown">;
export type Template = Schema<"MessagingReplyTemplate">;
export type TemplateDraft = Schema<"MessagingReplyTemplatesReplyTemplateDraft">;
export type Scheduled = Schema<"MessagingScheduledMessagesScheduled">;
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

/** One that the open list does not hold: reached by a link, or gone from the filter by an answer. */
export const conversationQuery = (id: number) =>
  queryOptions({
    queryKey: [...inboxKey, "one", id],
    queryFn: ({ signal }) => take(api.GET("/api/conversations/{id}", { params: { path: { id } }, signal })),
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

/** Apart from the rest: a message that comes in changes no template. */
export const templatesKey = ["reply-templates"] as const;

export const templatesQuery = queryOptions({
  queryKey: templatesKey,
  queryFn: ({ signal }) => take(api.GET("/api/reply-templates", { signal })),
  staleTime: 60_000,
});

export const scheduledQuery = (client: number) =>
  queryOptions({
    queryKey: [...inboxKey, "scheduled", client],
    queryFn: ({ signal }) =>
      take(api.GET("/api/scheduled-messages", { params: { query: { client_id: client, limit: 50 } }, signal })),
  });

/** A change of the inbox; whatever it was, the list and the thread are asked anew. */
function useChange<V, R>(send: (variables: V) => Promise<R>, ownErrors = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { ownErrors },
    onSettled: () => client.invalidateQueries({ queryKey: inboxKey }),
  });
}

/** `key` is the same for every attempt at one message: a doubled click sends it once. */
export const useWrite = () =>
  useChange(
    ({ id, text, key }: { id: number; text: string; key: string }) =>
      take(
        api.POST("/api/conversations/{id}/messages", {
          params: { path: { id }, header: { "Idempotency-Key": key } },
          body: { text },
        }),
      ),
    true,
  );

type Channel = NonNullable<Schema<"MessagingThreadPersonMessage">["channel"]>;
type Later = { client: number; channel: string; text: string; at: string; key: string };

/** Kept for its time, over the channel of the conversation. */
export const useSendLater = () =>
  useChange(
    ({ client, channel, text, at, key }: Later) =>
      take(
        api.POST("/api/clients/{id}/messages", {
          params: { path: { id: client }, header: { "Idempotency-Key": key } },
          body: { text, channel: channel as Channel, send_at: at },
        }),
      ),
    true,
  );

export const useChangeScheduled = () =>
  useChange(
    ({ message, text, at }: { message: Scheduled; text: string; at: string }) =>
      take(
        api.PUT("/api/scheduled-messages/{id}", {
          params: { path: { id: message.id } },
          body: { text, send_at: at, ...(message.channel && { channel: message.channel as Channel }) },
        }),
      ),
    true,
  );

export const useCancelScheduled = () =>
  useChange((message: Scheduled) =>
    take(api.DELETE("/api/scheduled-messages/{id}", { params: { path: { id: message.id } } })),
  );

/** Puts back what was cancelled: another message of the same words and time. */
export const restored = ({ client_id, channel, text, send_at }: Scheduled) =>
  take(
    api.POST("/api/clients/{id}/messages", {
      params: { path: { id: client_id }, header: { "Idempotency-Key": newKey() } },
      body: { text: text ?? "", send_at, ...(channel && { channel: channel as Channel }) },
    }),
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

export const renderedFor = async (id: number, client: number): Promise<string> =>
  (await take(api.POST("/api/reply-templates/{id}/render", { params: { path: { id } }, body: { client_id: client } })))
    .text;

function useTemplates<V, R>(send: (variables: V) => Promise<R>, ownErrors = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { ownErrors },
    onSettled: () => client.invalidateQueries({ queryKey: templatesKey }),
  });
}

export const useSaveTemplate = () =>
  useTemplates(
    ({ id, draft }: { id: number | undefined; draft: TemplateDraft }) =>
      id === undefined
        ? take(api.POST("/api/reply-templates", { body: draft }))
        : take(api.PUT("/api/reply-templates/{id}", { params: { path: { id } }, body: draft })),
    true,
  );

export const useDeleteTemplate = () =>
  useTemplates((id: number) => take(api.DELETE("/api/reply-templates/{id}", { params: { path: { id } } })));
