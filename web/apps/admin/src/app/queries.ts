import { ApiError } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { MutationCache, QueryClient } from "@tanstack/react-query";

declare module "@tanstack/react-query" {
  interface Register {
    mutationMeta: {
      /** The form shows what went wrong by itself. */
      ownErrors?: boolean;
    };
  }
}

/** Words for an error, whatever it is. */
export function wordsOf(error: unknown): string {
  if (error instanceof ApiError) {
    if (error.code === "client.offline") {
      return i18next.t("common:offlineDetail");
    }
    return error.code === "client.unreadable" ? i18next.t("common:unreadableDetail") : error.detail;
  }
  return i18next.t("common:unexpected");
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Only what may pass by itself; a refusal stays a refusal.
      retry: (count, error) => count < 2 && error instanceof ApiError && error.passing && error.status !== 429,
    },
    mutations: { retry: false },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (!mutation.meta?.ownErrors) {
        toast.failed({ title: wordsOf(error) });
      }
    },
  }),
});
