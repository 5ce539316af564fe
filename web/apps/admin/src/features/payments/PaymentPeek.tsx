import { dateTime, money, toKopecks, useTranslation, worded } from "@orbita/i18n";
import {
  AlertDialog,
  Button,
  Callout,
  CopyButton,
  ErrorBox,
  Late,
  Peek,
  Property,
  PropertyGroup,
  Skeleton,
  Tag,
  toast,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Link } from "react-router";
import { useMe } from "@/app/session";
import { providerName, StatusTag } from "./look";
import { type Detailed, paymentQuery, useTell } from "./queries";

const RefundDialog = lazy(() => import("./RefundDialog"));

type Props = { id: number; onClose: () => void; onPrev: (() => void) | undefined; onNext: (() => void) | undefined };

export default function PaymentPeek({ id, onClose, onPrev, onNext }: Props) {
  const { t } = useTranslation("payments");
  const { data, error, refetch } = useQuery(paymentQuery(id));
  return (
    <Peek
      label={t("one")}
      onClose={onClose}
      onPrev={onPrev}
      onNext={onNext}
      head={data && <StatusTag status={data.status} />}
    >
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Shown payment={data} />
      ) : (
        <Late>
          <div className="flex flex-col gap-3 p-4">
            <Skeleton className="h-8 w-40" />
            <Skeleton className="h-40" />
          </div>
        </Late>
      )}
    </Peek>
  );
}

function Shown({ payment }: { payment: Detailed }) {
  const { t } = useTranslation("payments");
  return (
    <>
      <div className="border-b border-line px-4 pt-4 pb-3">
        <p className="tnum text-2xl font-semibold tracking-[-0.02em]">{money(payment.amount)}</p>
        <p className="text-fg-2">{payment.tariff.title}</p>
        {payment.test && (
          <p className="mt-1.5">
            <Tag hue="cyan">{t("test")}</Tag>
          </p>
        )}
        <Words payment={payment} />
        <Verbs payment={payment} />
      </div>
      <PropertyGroup title={t("facts")}>
        <Property label={t("col.client")}>
          <Link to={`/clients/${payment.client_id}`} className="hit truncate rounded text-accent-text hover:underline">
            {payment.client_name}
          </Link>
        </Property>
        {toKopecks(payment.discount.amount) > 0 && (
          <Property label={t("price")}>
            {money(payment.price)} <span className="text-fg-3">− {money(payment.discount)}</span>
          </Property>
        )}
        {payment.promo_code && <Property label={t("col.promo")}>{payment.promo_code}</Property>}
        {toKopecks(payment.refunded.amount) > 0 && <Property label={t("refunded")}>{money(payment.refunded)}</Property>}
        <Property label={t("col.provider")}>{providerName(payment.provider)}</Property>
        <Property label={t("col.created")}>{dateTime(payment.created_at)}</Property>
        {payment.completed_at && <Property label={t("completed")}>{dateTime(payment.completed_at)}</Property>}
        {payment.status === "pending" && <Property label={t("expires")}>{dateTime(payment.expires_at)}</Property>}
        <Property label={t("number")}>
          <span className="flex items-center gap-1">
            <code className="truncate text-xs text-fg-2">{payment.public_id}</code>
            <CopyButton text={payment.public_id} />
          </span>
        </Property>
      </PropertyGroup>
      {payment.refunds.length > 0 && (
        <PropertyGroup title={t("refunds")}>
          {payment.refunds.map((refund) => (
            <Property key={refund.id} label={dateTime(refund.created_at)}>
              {money(refund.amount)}{" "}
              <span className="text-fg-3">
                {worded(`payments:refundStatus.${refund.status}`)}
                {refund.reason && ` · ${refund.reason}`}
              </span>
            </Property>
          ))}
        </PropertyGroup>
      )}
      <PropertyGroup title={t("history")}>
        {payment.history.map((entry) => (
          <Property key={`${entry.at} ${entry.event} ${entry.source}`} label={dateTime(entry.at)}>
            <span>{worded(`payments:event.${entry.event}`)}</span>{" "}
            <span className="text-fg-3">
              {worded(`payments:via.${entry.source}`)}
              {entry.outcome !== "moved" && ` · ${worded(`payments:outcome.${entry.outcome}`)}`}
            </span>
          </Property>
        ))}
      </PropertyGroup>
    </>
  );
}

/** What is not as it should be, and what to do about it. */
function Words({ payment }: { payment: Detailed }) {
  const { t } = useTranslation("payments");
  const notes: ReactNode[] = [];
  if (payment.problem) {
    notes.push(
      <Callout key="problem" tone="danger">
        {t(`problem.${payment.problem}`)}
      </Callout>,
    );
  }
  if (payment.decline) {
    notes.push(
      <Callout key="decline" tone="warn">
        {payment.decline}
      </Callout>,
    );
  }
  if (payment.status === "completed" && !payment.proven) {
    notes.push(
      <Callout key="proven" tone="info">
        {t("byHandNote")}
      </Callout>,
    );
  }
  return notes.length > 0 && <div className="mt-3 flex flex-col gap-2">{notes}</div>;
}

function Verbs({ payment }: { payment: Detailed }) {
  const { t } = useTranslation("payments");
  const tell = useTell(payment.id);
  const mayRefund = useMe().role === "admin";
  const [asked, setAsked] = useState<"confirm" | "cancel" | "refund">();
  const open = payment.status === "pending" || payment.status === "problem";
  const left = toKopecks(payment.amount.amount) - toKopecks(payment.refunded.amount);
  const paid = payment.status === "completed" || payment.status === "partially_refunded";
  const done = () => setAsked(undefined);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 empty:hidden">
      {payment.status === "pending" && payment.confirmation_url && (
        <CopyButton text={payment.confirmation_url} label={t("copyLink")} />
      )}
      {(open || payment.status === "canceled") && (
        <Button variant="secondary" onClick={() => setAsked("confirm")}>
          {t("confirm")}
        </Button>
      )}
      {(open || payment.status === "waiting_for_capture") && (
        <Button
          busy={tell.isPending && tell.variables === "check"}
          onClick={() =>
            tell.mutate("check", {
              onSuccess: ({ status }) => toast.done({ title: t("checked", { status: t(`status.${status}`) }) }),
            })
          }
        >
          {t("check")}
        </Button>
      )}
      {open && <Button onClick={() => setAsked("cancel")}>{t("cancel")}</Button>}
      {paid && left > 0 && mayRefund && (
        <Button variant="secondary" onClick={() => setAsked("refund")}>
          {t("refund")}
        </Button>
      )}
      {(["confirm", "cancel"] as const).map((verb) => (
        <AlertDialog
          key={verb}
          open={asked === verb}
          onOpenChange={(next) => !next && done()}
          title={t(`${verb}Title`, { sum: money(payment.amount) })}
          description={t(`${verb}Detail`, { name: payment.client_name })}
          confirm={t(`${verb}Verb`)}
          busy={tell.isPending}
          onConfirm={() =>
            tell.mutate(verb, { onSuccess: () => toast.done({ title: t(`${verb}Done`) }), onSettled: done })
          }
        />
      ))}
      {asked === "refund" && (
        <Suspense>
          <RefundDialog payment={payment} onClose={done} />
        </Suspense>
      )}
    </div>
  );
}
