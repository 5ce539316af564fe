import { api, once, type Schema, take, type Whole } from "@orbita/api";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

export type Payment = Schema<"PaymentsPaymentView">;
export type Refund = Schema<"PaymentsRefundView">;
export type Happened = Schema<"PaymentsPaymentLogEntry">;
export type Detailed = Payment & { refunds: Refund[]; history: Happened[] };
export type Status = Payment["status"];
export type NewPayment = Schema<"PaymentsCheckoutStaffPayment">;
export type Receipt = Whole<Schema<"PaymentsCheckoutReceipt">>;
type Page = { items: Payment[]; next_cursor?: string | null; total?: number | null };

export type Filter = { status: Status | undefined; from: string | undefined; to: string | undefined };

export const paymentsKey = ["payments"] as const;

const PAGE = 50;

export const paymentsQuery = ({ status, from, to }: Filter) =>
  infiniteQueryOptions({
    queryKey: [...paymentsKey, "list", status, from, to],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/payments", {
          signal,
          params: {
            query: {
              limit: PAGE,
              with_total: pageParam === undefined,
              ...(status && { status }),
              ...(from && { from }),
              ...(to && { to }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      )) as Page,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
  });

export const paymentQuery = (id: number) =>
  queryOptions({
    queryKey: [...paymentsKey, "one", id],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/payments/{id}", { signal, params: { path: { id } } }))) as Detailed,
  });

export type Verb = "check" | "confirm" | "cancel";

/** A state is never foretold here: the provider, not the press of a button, decides. */
export function useTell(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (verb: Verb) => {
      const params = { path: { id } };
      return (await take(
        verb === "check"
          ? api.POST("/api/payments/{id}/check", { params })
          : verb === "confirm"
            ? api.POST("/api/payments/{id}/confirm", { params })
            : api.POST("/api/payments/{id}/cancel", { params }),
      )) as Payment;
    },
    onSettled: () => client.invalidateQueries({ queryKey: paymentsKey }),
  });
}

export function useRefund(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schema<"PaymentsRefundRefundRequest"> }) =>
      take(api.POST("/api/payments/{id}/refund", { params: { path: { id }, header: once(key) }, body })),
    meta: { ownErrors: true },
    onSettled: () => client.invalidateQueries({ queryKey: paymentsKey }),
  });
}

export function useBill() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: NewPayment }) =>
      (await take(api.POST("/api/payments", { params: { header: once(key) }, body }))) as Receipt,
    meta: { ownErrors: true },
    onSuccess: () => client.invalidateQueries({ queryKey: paymentsKey }),
  });
}

/** Clients by name, phone or nick, for the choice of who pays. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: [...paymentsKey, "clients", q],
    queryFn: ({ signal }) =>
      take(api.GET("/api/clients", { signal, params: { query: { limit: 10, ...(q.trim() && { q: q.trim() }) } } })),
    placeholderData: (before) => before,
  });

/** The one whom the new bill is for, when that is known beforehand. */
export const clientQuery = (id: number | undefined) =>
  queryOptions({
    queryKey: [...paymentsKey, "client", id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => take(api.GET("/api/clients/{id}", { signal, params: { path: { id: id ?? 0 } } })),
  });

export const onSaleQuery = queryOptions({
  queryKey: [...paymentsKey, "tariffs"],
  queryFn: ({ signal }) => take(api.GET("/api/tariffs", { signal })),
});

/** What the code does to the price of the tariff, before anything is made. */
export const quoteQuery = (tariff: number | undefined, code: string, client: number | undefined) =>
  queryOptions({
    queryKey: [...paymentsKey, "quote", tariff, code, client],
    enabled: tariff !== undefined && code.trim() !== "",
    queryFn: ({ signal }) =>
      take(
        api.POST("/api/promocodes/check", {
          signal,
          body: { tariff_id: tariff ?? 0, code: code.trim(), ...(client !== undefined && { client_id: client }) },
        }),
      ),
  });
