import { api, type Schema, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

export type Question = Schema<"DialoguesQuestionForm">;
export type Whole = { version: number; questions: Question[] };
export type Entry = Schema<"DialoguesFaqEntry">;
export type FaqDraft = Schema<"DialoguesFaqDraft">;
export type Contacts = Schema<"DialoguesBotContactsBotContacts">;

export const currentQuery = queryOptions({
  queryKey: ["questionnaire", "current"],
  queryFn: async ({ signal }) => (await take(api.GET("/api/questionnaire", { signal }))) as Whole,
});

export const versionsQuery = queryOptions({
  queryKey: ["questionnaire", "versions"],
  queryFn: ({ signal }) => take(api.GET("/api/questionnaire/versions", { signal })),
});

export const versionQuery = (version: number) =>
  queryOptions({
    queryKey: ["questionnaire", "version", version],
    queryFn: async ({ signal }) =>
      (await take(
        api.GET("/api/questionnaire/versions/{version}", { signal, params: { path: { version } } }),
      )) as Whole,
  });

/** Where people stop, by the last 30 days. */
export const dropQuery = queryOptions({
  queryKey: ["questionnaire", "drop"],
  queryFn: ({ signal }) =>
    take(api.GET("/api/analytics/{report}", { signal, params: { path: { report: "questionnaire" } } })),
});

/** `based_on` tells the server which version was edited: it refuses when another was published meanwhile. */
export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { based_on: number; questions: Question[] }) => take(api.PUT("/api/questionnaire", { body })),
    meta: { ownErrors: true },
    // Said here: the page that asked is another one as soon as the fresh version comes.
    onSuccess: (_, { based_on }) => {
      toast.done({ title: i18next.t("questionnaire:published", { version: based_on + 1 }) });
      return client.invalidateQueries({ queryKey: ["questionnaire"] });
    },
  });
}

export const faqQuery = queryOptions({
  queryKey: ["questionnaire", "faq"],
  queryFn: ({ signal }) => take(api.GET("/api/faq", { signal })),
});

export function useSaveFaq() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { id: number | undefined; draft: FaqDraft }) =>
      id === undefined
        ? take(api.POST("/api/faq", { body: draft }))
        : take(api.PUT("/api/faq/{id}", { params: { path: { id } }, body: draft })),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["questionnaire", "faq"] }),
  });
}

export function useDeleteFaq() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => take(api.DELETE("/api/faq/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["questionnaire", "faq"] }),
  });
}

export const contactsQuery = queryOptions({
  queryKey: ["questionnaire", "contacts"],
  queryFn: ({ signal }) => take(api.GET("/api/bot/contacts", { signal })),
});

export function useSaveContacts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Contacts) => take(api.PUT("/api/bot/contacts", { body })),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["questionnaire", "contacts"] }),
  });
}
