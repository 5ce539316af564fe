import { Trans, useTranslation } from "@orbita/i18n";
import { money } from "@orbita/i18n/format";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { ask, Refused } from "../lib/http";
import type { Look, Next, Quote, QuoteWish, Receipt, Tariff } from "../lib/types";
import { Alert, box, Doc, Panel, Row, Verb, verb } from "../parts/basics";
import { begun, type Order, placeOrder } from "./order";

type Wrong = Partial<Record<"name" | "phone" | "email" | "promo" | "consent" | "whole", string>>;

/** A buyer's words become a payment; the bank's page is opened by navigation, nothing of it is framed here. */
export function OrderForm({
  slug,
  tariff,
  look,
  onChange,
}: {
  slug: string;
  tariff: Tariff;
  look: Look;
  onChange: () => void;
}) {
  const { t } = useTranslation("checkout");
  const [order, setOrder] = useState<Order>({ name: "", phone: "", email: "", promo: "", consent: false });
  const [wrong, setWrong] = useState<Wrong>({});
  const [quote, setQuote] = useState<Quote>();
  const [promoOpen, setPromoOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [dearer, setDearer] = useState<Receipt>();
  const form = useRef<HTMLFormElement>(null);
  const former = begun(slug, tariff.id);
  const done = useQuery({
    queryKey: ["next", former],
    queryFn: () => ask<Next>(`/api/public/payments/${former}/next`),
    enabled: !!former,
  });
  const total = quote?.valid && quote.amount ? quote.amount : tariff.price;
  const set = (part: Partial<Order>) => {
    setOrder((before) => ({ ...before, ...part }));
    setWrong((before) => ({ ...before, ...Object.fromEntries(Object.keys(part).map((name) => [name, undefined])) }));
    setDearer(undefined);
  };

  const check = async (): Promise<Quote | undefined> => {
    if (!order.promo.trim()) {
      setQuote(undefined);
      return undefined;
    }
    try {
      const answer = await ask<Quote>(`/api/public/${encodeURIComponent(slug)}/quote`, {
        body: { tariff_id: tariff.id, promo_code: order.promo.trim() } satisfies QuoteWish,
      });
      setQuote(answer);
      setWrong((before) => ({ ...before, promo: answer.valid ? undefined : answer.text }));
      return answer;
    } catch (cause) {
      setWrong((before) => ({ ...before, promo: (cause as Error).message }));
      return undefined;
    }
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing: Wrong = {
      ...(order.name.trim() ? {} : { name: t("nameWrong") }),
      ...(order.phone.trim() || order.email.trim() ? {} : { email: t("contactNeeded") }),
      ...(order.consent ? {} : { consent: t("consentNeeded") }),
    };
    setWrong(missing);
    if (Object.keys(missing).length) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    setBusy(true);
    try {
      const receipt = await placeOrder(slug, tariff.id, order);
      if (receipt.amount.amount !== total.amount && !order.promo.trim()) {
        setDearer(receipt);
      } else {
        leave(slug, receipt);
        return;
      }
    } catch (cause) {
      setWrong(words(cause, t("slow")));
    }
    setBusy(false);
  };

  if (done.data?.status === "completed") {
    return (
      <Panel className="mt-6 grid gap-4">
        <p>{t("already", { title: done.data.title })}</p>
        <a className={verb()} href={`/s/${slug}/pay/${former}`}>
          {t("openResult")}
        </a>
      </Panel>
    );
  }
  return (
    <form ref={form} noValidate onSubmit={submit} className="mt-6 grid gap-5">
      <Panel>
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="font-semibold">{tariff.title}</h2>
          <span className="tnum shrink-0 font-semibold whitespace-nowrap">{money(tariff.price)}</span>
        </div>
        <ul className="mt-2 text-[15px] leading-[22px] text-fg-2">
          {tariff.contains.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <button
          type="button"
          onClick={onChange}
          className="mt-1 -mb-2 min-h-11 text-[15px] font-medium text-accent-text"
        >
          {t("change")}
        </button>
      </Panel>
      <Row label={t("name")} error={wrong.name}>
        {(bound) => (
          <input
            {...bound}
            className={box}
            autoComplete="name"
            maxLength={200}
            value={order.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Row>
      <Row label={t("email")} error={wrong.email} hint={t("emailHint")}>
        {(bound) => (
          <input
            {...bound}
            className={box}
            type="email"
            inputMode="email"
            autoComplete="email"
            maxLength={254}
            value={order.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        )}
      </Row>
      <Row label={t("phone")} error={wrong.phone}>
        {(bound) => (
          <input
            {...bound}
            className={box}
            type="tel"
            autoComplete="tel"
            placeholder="+7 916 123-45-67"
            maxLength={40}
            value={order.phone}
            onChange={(event) => set({ phone: event.target.value })}
          />
        )}
      </Row>
      {promoOpen ? (
        <Row label={t("promo")} error={wrong.promo}>
          {(bound) => (
            <span className="flex gap-2">
              <input
                {...bound}
                className={`${box} uppercase placeholder:normal-case`}
                autoComplete="off"
                autoCapitalize="characters"
                maxLength={100}
                value={order.promo}
                onChange={(event) => {
                  set({ promo: event.target.value });
                  setQuote(undefined);
                }}
                onBlur={() => void check()}
              />
              <Verb look="plain" onClick={() => void check()}>
                {t("check")}
              </Verb>
            </span>
          )}
        </Row>
      ) : (
        <button
          type="button"
          onClick={() => setPromoOpen(true)}
          className="-my-2 min-h-11 justify-self-start text-[15px] font-medium text-accent-text"
        >
          {t("havePromo")}
        </button>
      )}
      <dl className="tnum grid gap-1 border-t border-line pt-4" aria-live="polite">
        {quote?.valid && quote.discount && (
          <div className="flex justify-between text-fg-2">
            <dt>{t("discount")}</dt>
            <dd>−{money(quote.discount)}</dd>
          </div>
        )}
        <div className="flex items-baseline justify-between">
          <dt className="font-medium">{t("total")}</dt>
          <dd className="text-[24px] leading-8 font-bold tracking-[-0.02em]">{money(total)}</dd>
        </div>
      </dl>
      <div>
        <label className="grid grid-cols-[24px_1fr] gap-3 text-[15px] leading-[23px] text-fg-2">
          <input
            type="checkbox"
            className="mt-px size-[22px] accent-accent"
            checked={order.consent}
            aria-invalid={wrong.consent ? true : undefined}
            aria-describedby={wrong.consent ? "consent-note" : undefined}
            onChange={(event) => set({ consent: event.target.checked })}
          />
          <span>
            <Trans
              t={t}
              i18nKey="consent"
              components={{
                doc: <Doc href={look.privacy_url} />,
              }}
            />
          </span>
        </label>
        {wrong.consent && (
          <p id="consent-note" role="alert" className="mt-1.5 text-[14px] leading-5 text-danger">
            {wrong.consent}
          </p>
        )}
      </div>
      {wrong.whole && <Alert>{wrong.whole}</Alert>}
      {dearer ? (
        <div className="grid gap-3">
          <Alert>{t("newPrice", { sum: money(dearer.amount) })}</Alert>
          <Verb onClick={() => leave(slug, dearer)}>{t("payAnyway")}</Verb>
        </div>
      ) : (
        <button type="submit" disabled={busy} aria-busy={busy || undefined} className={verb()}>
          {t("pay", { sum: money(total) })}
        </button>
      )}
      <p className="text-[14px] leading-5 text-fg-3">
        {t("bank")}{" "}
        {look.offer_url && (
          <Trans
            t={t}
            i18nKey="offer"
            components={{
              doc: <Doc href={look.offer_url} />,
            }}
          />
        )}
      </p>
    </form>
  );
}

/** To the bank; without a link, because nothing is left to pay, to the result. */
function leave(slug: string, receipt: Receipt) {
  const url = receipt.confirmation_url;
  location.assign(
    receipt.status === "pending" && url && /^https?:\/\//.test(url) ? url : `/s/${slug}/pay/${receipt.public_id}`,
  );
}

function words(cause: unknown, slow: string): Wrong {
  if (!(cause instanceof Refused)) {
    throw cause;
  }
  if (cause.status === 503) {
    return { whole: slow };
  }
  const found: Wrong = {};
  for (const { field, message } of cause.fields) {
    const name = field.replace(/^contact\./, "").replace("promo_code", "promo");
    found[(name === "contact" ? "email" : name) as keyof Wrong] = message;
  }
  const shown = ["name", "phone", "email", "promo", "consent"].some((name) => name in found);
  return shown ? found : { whole: cause.message };
}
