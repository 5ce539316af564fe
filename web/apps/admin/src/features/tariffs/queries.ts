import { api, type Schema, take } from "@orbita/api";
import { i18next } from "@orbita/i18n";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useOptimistic } from "@/lib/optimistic";

export type Tariff = Schema<"CatalogTariff">;
export type Draft = Schema<"CatalogTariffDraft">;

type Page = { items: Tariff[] };

export const tariffsKey = ["tariffs"] as const;

export const tariffsQuery = queryOptions({
  queryKey: [...tariffsKey, "list"],
  queryFn: async ({ signal }) => (await take(api.GET("/api/tariffs", { signal }))) as Page,
});

/** What the API wants for a change of one thing: all of it. */
export const draftOf = (tariff: Tariff): Draft => {
  const { id: _, template_family, ...rest } = tariff;
  return { ...rest, ...(template_family !== null && { template_family }) };
};

const put = (id: number, body: Draft) => take(api.PUT("/api/tariffs/{id}", { params: { path: { id } }, body }));

/** Makes one or changes one; the form shows by itself what is wrong. */
export function useSaveTariff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { id: number | undefined; draft: Draft }) =>
      id === undefined ? take(api.POST("/api/tariffs", { body: draft })) : put(id, draft),
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: tariffsKey }),
  });
}

const withState = (kept: Page, id: number, active: boolean): Page => ({
  ...kept,
  items: kept.items.map((each) => (each.id === id ? { ...each, active } : each)),
});

/** On sale or off, with a way back. */
export function useSwitchTariff() {
  return useOptimistic({
    key: tariffsKey,
    send: (tariff: Tariff) => put(tariff.id, { ...draftOf(tariff), active: !tariff.active }),
    patch: (kept: Page, tariff) => withState(kept, tariff.id, !tariff.active),
    said: ({ active, title }) => i18next.t(active ? "tariffs:takenOff" : "tariffs:putOnDone", { name: title }),
    undo: (tariff) => put(tariff.id, draftOf(tariff)),
  });
}

/** Trades places with a neighbour. Both are numbered anew, since tariffs may share a position. */
export function useMoveTariff() {
  return useOptimistic({
    key: tariffsKey,
    send: async ({ list, from, to }: { list: Tariff[]; from: number; to: number }) => {
      const moved = reordered(list, from, to);
      for (const [i, tariff] of moved.entries()) {
        if (tariff.position !== (i + 1) * 10) {
          await put(tariff.id, { ...draftOf(tariff), position: (i + 1) * 10 });
        }
      }
    },
    patch: (kept: Page, { list, from, to }) => {
      const moved = reordered(list, from, to);
      const shown = new Set(moved.map(({ id }) => id));
      return { ...kept, items: [...moved, ...kept.items.filter(({ id }) => !shown.has(id))] };
    },
  });
}

export function reordered<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  const moved = list[from];
  return moved === undefined ? [...list] : [...rest.slice(0, to), moved, ...rest.slice(to)];
}

export function useDeleteTariff() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => take(api.DELETE("/api/tariffs/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: tariffsKey }),
  });
}
