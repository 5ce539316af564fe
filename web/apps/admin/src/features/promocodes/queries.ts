import { api, type Schema, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import {
  type InfiniteData,
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useOptimistic } from "@/lib/optimistic";

export type Promo = Schema<"CatalogPromoCodesPromoView">;
export type Draft = Schema<"CatalogPromoDraft">;
export type Use = Schema<"CatalogPromoCodesUseView">;
type Page = { items: Promo[]; next_cursor?: string | null };

export const promosKey = ["promocodes", "list"] as const;

export const promosQuery = infiniteQueryOptions({
  queryKey: promosKey,
  initialPageParam: undefined as string | undefined,
  queryFn: async ({ signal, pageParam }) =>
    (await take(
      api.GET("/api/promocodes", {
        signal,
        params: { query: { limit: 100, ...(pageParam && { cursor: pageParam }) } },
      }),
    )) as Page,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const promoQuery = (id: number) =>
  queryOptions({
    queryKey: ["promocodes", "one", id],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/promocodes/{id}", { signal, params: { path: { id } } }))) as Promo,
  });

export const usesQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: ["promocodes", "uses", id],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/promocodes/{id}/usages", {
          signal,
          params: { path: { id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        }),
      )) as { items: Use[]; next_cursor?: string | null },
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const tariffsQuery = queryOptions({
  queryKey: ["promocodes", "tariffs"],
  queryFn: ({ signal }) => take(api.GET("/api/tariffs", { signal })),
});

export const quoteQuery = (code: string, tariff: number | undefined) =>
  queryOptions({
    queryKey: ["promocodes", "quote", code, tariff],
    enabled: tariff !== undefined,
    queryFn: ({ signal }) =>
      take(api.POST("/api/promocodes/check", { signal, body: { code, tariff_id: tariff ?? 0 } })),
  });

/** What the API wants for a change of one thing: all of it. */
export const draftOf = (promo: Promo): Draft => ({
  code: promo.code,
  active: promo.active,
  first_purchase_only: promo.first_purchase_only,
  tariff_ids: promo.tariff_ids,
  ...(promo.percent !== null && { percent: promo.percent }),
  ...(promo.amount !== null && { amount: promo.amount }),
  ...(promo.valid_from !== null && { valid_from: promo.valid_from }),
  ...(promo.valid_to !== null && { valid_to: promo.valid_to }),
  ...(promo.max_uses !== null && { max_uses: promo.max_uses }),
  ...(promo.max_uses_per_client !== null && { max_uses_per_client: promo.max_uses_per_client }),
});

const put = (id: number, body: Draft) => take(api.PUT("/api/promocodes/{id}", { params: { path: { id } }, body }));

export function useSavePromo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { id: number | undefined; draft: Draft }) =>
      id === undefined ? take(api.POST("/api/promocodes", { body: draft })) : put(id, draft),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ["promocodes"] }),
  });
}

/** Stopped or working again, with a way back. */
export function useSwitchPromo() {
  return useOptimistic({
    key: promosKey,
    send: (promo: Promo) => put(promo.id, { ...draftOf(promo), active: !promo.active }),
    patch: (kept: InfiniteData<Page>, { id, active }) => ({
      ...kept,
      pages: kept.pages.map((page) => ({
        ...page,
        items: page.items.map((each) => (each.id === id ? { ...each, active: !active } : each)),
      })),
    }),
    said: ({ active, code }) => i18next.t(active ? "promocodes:stopped" : "promocodes:resumed", { code }),
    undo: (promo) => put(promo.id, draftOf(promo)),
    also: [["promocodes", "one"]],
  });
}

export function useDeletePromo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => take(api.DELETE("/api/promocodes/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["promocodes"] }),
  });
}

export type Standing = "works" | "stopped" | "planned" | "ended" | "spent";

/** How a code stands now; the first that holds. */
export function standingOf(promo: Promo, now: number = Date.now()): Standing {
  if (!promo.active) {
    return "stopped";
  }
  if (promo.valid_to !== null && Date.parse(promo.valid_to) <= now) {
    return "ended";
  }
  if (promo.max_uses !== null && promo.used + promo.reserved >= promo.max_uses) {
    return "spent";
  }
  return promo.valid_from !== null && Date.parse(promo.valid_from) > now ? "planned" : "works";
}
