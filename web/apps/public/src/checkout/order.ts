import { ask, Refused } from "../lib/http";
import type { NewPayment, Receipt } from "../lib/types";

/** What a buyer has filled in. */
export type Order = { name: string; phone: string; email: string; promo: string; consent: boolean };

type Kept = { key: string; fingerprint: string; publicId?: string };

const place = (slug: string, tariff: number) => `orbita.order.${slug}.${tariff}`;

const read = (slug: string, tariff: number): Kept | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(place(slug, tariff)) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
};

const write = (slug: string, tariff: number, kept: Kept): void => {
  try {
    sessionStorage.setItem(place(slug, tariff), JSON.stringify(kept));
  } catch {
    // Without storage the key lives as long as the page.
  }
};

/** The payment that was begun for this tariff in this tab, if any. */
export const begun = (slug: string, tariff: number): string | undefined => read(slug, tariff)?.publicId;

const rest = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000));

let last: Kept | undefined;

/**
 * Begins the payment, or goes on with the one that was begun: the same words keep the same key, so that a second press, a reload or a slow bank never
 * make a second payment. Anything changed is another order.
 */
export async function placeOrder(slug: string, tariff: number, order: Order): Promise<Receipt> {
  const body = {
    business: slug,
    tariff_id: tariff,
    contact: {
      name: order.name.trim(),
      ...(order.phone.trim() ? { phone: order.phone.trim() } : {}),
      ...(order.email.trim() ? { email: order.email.trim() } : {}),
    },
    ...(order.promo.trim() ? { promo_code: order.promo.trim() } : {}),
    consent: order.consent,
  } satisfies NewPayment;
  const fingerprint = JSON.stringify(body);
  const former = read(slug, tariff) ?? last;
  const kept = former?.fingerprint === fingerprint ? former : { key: crypto.randomUUID(), fingerprint };
  last = kept;
  write(slug, tariff, kept);
  for (let attempt = 0; ; attempt++) {
    try {
      const receipt = await ask<Receipt>("/api/payments/create", { body, key: kept.key });
      last = { ...kept, publicId: receipt.public_id };
      write(slug, tariff, last);
      return receipt;
    } catch (cause) {
      const waits = cause instanceof Refused && (cause.status === 503 || cause.code === "idempotency.still-running");
      if (!waits || attempt >= 2) {
        throw cause;
      }
      await rest(Math.min((cause as Refused).retryAfter ?? 2, 5));
    }
  }
}
