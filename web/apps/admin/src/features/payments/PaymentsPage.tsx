import { dateTime, money, number, useTranslation } from "@orbita/i18n";
import {
  Button,
  Chip,
  type Column,
  DataTable,
  DateRangePicker,
  EmptyState,
  ErrorBox,
  FilterBar,
  NoResults,
  PageHeader,
  SkeletonRows,
  useNarrow,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { CreditCard, Plus } from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { day, flag, id, maybe, useSearchState } from "@/lib/search-state";
import { providerName, StatusTag } from "./look";
import { type Payment, paymentsQuery } from "./queries";

const search = {
  status: maybe(["pending", "completed", "partially_refunded", "refunded", "canceled", "problem"] as const),
  from: day(),
  to: day(),
  open: id(),
  new: flag(),
  /** For whom the new bill is, when somebody came from a client. */
  for: id(),
};

const PaymentPeek = lazy(() => import("./PaymentPeek"));
const NewPaymentDrawer = lazy(() => import("./NewPaymentDrawer"));

const chips = ["pending", "completed", "problem", "refunded", "canceled"] as const;
const none: Payment[] = [];
const idOf = (payment: Payment) => String(payment.id);

export function PaymentsPage() {
  const { t } = useTranslation("payments");
  const [at, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    paymentsQuery(at),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? none, [data]);
  const columns = useColumnsOfPayments();
  const narrow = useNarrow();
  const role = useMe().role;
  const mayBill = role === "admin" || role === "manager" || role === "trainer";
  useHotkey("N", t("new"), () => set({ new: true }), { enabled: mayBill });

  const place = rows.findIndex((payment) => payment.id === at.open);
  const go = (to: number) => {
    const next = rows[to];
    return place >= 0 && next ? () => set({ open: next.id }) : undefined;
  };
  const total = data?.pages[0]?.total;
  const filtered = at.status !== undefined || at.from !== undefined || at.to !== undefined;
  const add = (
    <Button variant="primary" onClick={() => set({ new: true })}>
      <Plus aria-hidden />
      {t("new")}
    </Button>
  );
  const period = (
    <DateRangePicker
      label={t("period")}
      value={at.from && at.to ? { from: at.from, to: at.to } : null}
      onChange={({ from, to }) => set({ from, to })}
    />
  );
  return (
    <>
      <PageHeader title={t("title")} count={total != null ? number(total) : undefined} actions={mayBill && add} />
      <FilterBar end={!narrow && period}>
        {chips.map((status) => (
          <Chip
            key={status}
            pressed={at.status === status}
            onClick={() => set({ status: at.status === status ? undefined : status })}
          >
            {t(`chip.${status}`)}
          </Chip>
        ))}
        {narrow && <div className="w-52 shrink-0">{period}</div>}
      </FilterBar>
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {error ? (
            <ErrorBox error={error} onRetry={() => void refetch()} />
          ) : isPending ? (
            <SkeletonRows />
          ) : rows.length === 0 ? (
            filtered ? (
              <NoResults onReset={reset} />
            ) : (
              <EmptyState icon={CreditCard} title={t("empty")} hint={t("emptyHint")} action={mayBill && add} />
            )
          ) : (
            <DataTable
              label={t("title")}
              columns={columns}
              rows={rows}
              rowId={idOf}
              openId={at.open === undefined ? undefined : String(at.open)}
              onOpen={(payment) => set({ open: payment.id }, { replace: at.open !== undefined })}
              onMore={hasNextPage ? () => void fetchNextPage() : undefined}
              loadingMore={isFetchingNextPage}
            />
          )}
        </div>
        {at.open !== undefined && (
          <Suspense>
            <PaymentPeek
              key={at.open}
              id={at.open}
              onClose={() => set({ open: undefined })}
              onPrev={go(place - 1)}
              onNext={go(place + 1)}
            />
          </Suspense>
        )}
      </div>
      {at.new && (
        <Suspense>
          <NewPaymentDrawer client={at.for} onClose={() => set({ new: false, for: undefined })} />
        </Suspense>
      )}
    </>
  );
}

function useColumnsOfPayments(): Column<Payment>[] {
  const { t } = useTranslation("payments");
  return useMemo(
    () => [
      {
        id: "client",
        header: t("col.client"),
        cell: (payment) => <span className="font-medium">{payment.client_name}</span>,
        width: "minmax(160px, 1.4fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "tariff",
        header: t("col.tariff"),
        cell: (payment) => payment.tariff.title,
        width: "minmax(160px, 1.4fr)",
        phone: "line",
      },
      {
        id: "status",
        header: t("col.status"),
        cell: (payment) => <StatusTag status={payment.status} />,
        width: "150px",
        phone: "line",
      },
      {
        id: "amount",
        header: t("col.amount"),
        cell: (payment) => money(payment.amount),
        align: "end",
        width: "110px",
        phone: "end",
      },
      {
        id: "promo",
        header: t("col.promo"),
        cell: (payment) => payment.promo_code ?? <span className="text-fg-3">—</span>,
        width: "110px",
      },
      {
        id: "provider",
        header: t("col.provider"),
        cell: (payment) => <span className="text-fg-2">{providerName(payment.provider)}</span>,
        width: "120px",
      },
      {
        id: "created",
        header: t("col.created"),
        cell: (payment) => <span className="tnum text-fg-2">{dateTime(payment.created_at)}</span>,
        width: "130px",
        phone: "line",
      },
    ],
    [t],
  );
}
