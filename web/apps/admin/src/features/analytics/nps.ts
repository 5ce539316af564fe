import { api, type Schema, take } from "@orbita/api";
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Period } from "./period";

export const groups = ["promoters", "passives", "detractors"] as const;
export type NpsGroup = (typeof groups)[number];

/** Whose answer it is: 9 and 10 recommend, up to 6 do not. */
export const npsGroup = (score: number): NpsGroup =>
  score >= 9 ? "promoters" : score >= 7 ? "passives" : "detractors";

export const npsQuery = (period: Period) =>
  infiniteQueryOptions({
    queryKey: ["analytics", "nps-answers", period],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/nps", {
          signal,
          params: { query: { ...period, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      )) as Schema<"JournalNpsScored">,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
