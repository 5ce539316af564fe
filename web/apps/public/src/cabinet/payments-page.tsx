import { useTranslation, worded } from "@orbita/i18n";
import { date, money } from "@orbita/i18n/format";
import { useKept } from "../lib/cabinet";
import type { Payments } from "../lib/types";
import { Alert, Bones, heading, Verb, verb } from "../parts/basics";

/** What was paid, and what waits to be. */
export function Page() {
  const { t } = useTranslation("cabinet");
  const payments = useKept<Payments>(["payments"], "/api/cabinet/payments");
  return (
    <>
      <h1 className={heading}>{t("payments")}</h1>
      {payments.error && !payments.data ? (
        <div className="mt-4 grid gap-3">
          <Alert>{payments.error.message}</Alert>
          <Verb look="plain" onClick={() => void payments.refetch()}>
            {t("retry")}
          </Verb>
        </div>
      ) : !payments.data ? (
        <Bones />
      ) : payments.data.items.length === 0 ? (
        <p className="mt-3 text-fg-2">{t("noPayments")}</p>
      ) : (
        <ul className="mt-4 grid gap-3">
          {payments.data.items.map((each) => (
            <li key={each.public_id} className="rounded-2xl bg-raised p-5 shadow-card">
              <div className="flex items-baseline justify-between gap-4">
                <h2 className="font-semibold">{each.title}</h2>
                <p className="tnum shrink-0 font-semibold whitespace-nowrap">{money(each.amount)}</p>
              </div>
              <p className="mt-0.5 text-[14px] leading-5 text-fg-3">
                {date(each.completed_at ?? each.created_at)},{" "}
                {each.status === "partially_refunded"
                  ? t("refundedPart", { sum: money(each.refunded) })
                  : worded(`cabinet:status_${each.status}`)}
              </p>
              {each.confirmation_url && (
                <a className={verb("plain", "mt-3 w-full")} href={each.confirmation_url}>
                  {t("pay")}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
