import { dateTime, money, useTranslation } from "@orbita/i18n";
import { ButtonLink, EmptyState, ErrorBox, SkeletonRows, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { CreditCard } from "lucide-react";
import { Link } from "react-router";
import { paymentsQuery } from "./queries";
import { useWords } from "./words";

const hues = { completed: "green", pending: "amber", waiting_for_capture: "amber", problem: "red" } as const;

export default function PaymentsTab({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const { data, error, refetch } = useQuery(paymentsQuery(id));
  const bill = (
    <ButtonLink to={`/payments?new=1&for=${id}`}>
      <CreditCard aria-hidden />
      {t("bill")}
    </ButtonLink>
  );
  if (error && !data) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <SkeletonRows rows={3} />;
  }
  if (data.length === 0) {
    return <EmptyState icon={CreditCard} title={t("noPayments")} hint={t("noPaymentsHint")} action={bill} />;
  }
  return (
    <>
      <ul className="divide-y divide-line border-b border-line">
        {data.map((payment) => (
          <li key={payment.id}>
            <Link
              to={`/payments?open=${payment.id}`}
              className="flex min-h-14 items-center gap-3 px-6 py-2 hover:bg-hover max-md:px-4"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{payment.tariff.title}</span>
                <span className="tnum block truncate text-xs text-fg-3">{dateTime(payment.created_at)}</span>
              </span>
              <Tag hue={hues[payment.status as keyof typeof hues] ?? "gray"}>{words.payment(payment.status)}</Tag>
              <span className="tnum w-24 shrink-0 text-right font-medium">{money(payment.amount)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="px-6 py-3 max-md:px-4">{bill}</div>
    </>
  );
}
