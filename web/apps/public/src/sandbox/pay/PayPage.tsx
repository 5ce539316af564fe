import { ApiError, api, take } from "@orbita/api";
import { dateTime, money, useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Callout, ErrorBox, Late, Skeleton, useTitle } from "@orbita/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "react-router";
import { safeUrl } from "../links";
import { TestMark } from "../TestMark";
import type { Order } from "../types";

const outcomes = ["succeed", "decline", "lose_webhook", "pay_late", "underpay"] as const;
type Outcome = (typeof outcomes)[number];

/** The till of the sandbox: the player says how the payment ends. */
export function PayPage() {
  const { publicId = "" } = useParams();
  const { t } = useTranslation("simulator");
  useTitle(t("pay.title"));
  const key = ["sandbox", "pay", publicId];
  const order = useQuery({
    queryKey: key,
    queryFn: () =>
      take(api.GET("/api/sandbox/payments/{publicId}", { params: { path: { publicId } } })) as Promise<Order>,
    // What was refused may be paid later, and the term ends by itself.
    refetchInterval: (query) => (query.state.data?.state === "paid" ? false : 4_000),
  });
  return (
    <main className="flex min-h-dvh items-start justify-center bg-sunken px-4 py-6 text-fg sm:items-center">
      <div className="w-full max-w-md rounded-2xl bg-surface p-5 shadow-card sm:p-7">
        <header className="mb-5 flex items-center justify-between gap-3">
          <h1 className="text-lg font-semibold">{t("pay.title")}</h1>
          <TestMark />
        </header>
        {order.isPending && <Waiting />}
        {order.isError && !order.data && (
          <ErrorBox error={order.error} onRetry={() => void order.refetch()} className="mx-0" />
        )}
        {order.data && <Till order={order.data} queryKey={key} />}
      </div>
    </main>
  );
}

function Till({ order, queryKey }: { order: Order; queryKey: string[] }) {
  const { t } = useTranslation("simulator");
  const client = useQueryClient();
  const play = useMutation({
    mutationFn: (outcome: Outcome) =>
      take(
        api.POST("/api/sandbox/payments/{publicId}", {
          params: { path: { publicId: order.public_id } },
          body: { outcome },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const tooLate = play.error instanceof ApiError && play.error.status === 409;
  const isOver = order.state === "canceled" || order.state === "expired";
  const comes = play.isSuccess && play.variables === "pay_late";
  return (
    <>
      <p className="text-sm text-fg-3">{order.business}</p>
      <p className="font-medium wrap-anywhere">{order.title}</p>
      <p className="mt-1 mb-5 text-[2rem]/10 font-semibold tracking-tight tnum">{money(order.amount)}</p>
      <Standing order={order} last={play.data ? play.variables : undefined} />
      {play.isError && !tooLate && <ErrorBox error={play.error} className="mx-0" />}
      {order.state === "pending" && (
        <Choices busy={play.isPending ? play.variables : undefined} onPlay={(outcome) => play.mutate(outcome)} />
      )}
      {isOver && !comes && (
        <Choice
          outcome="pay_late"
          hint={t("pay.hints.over")}
          busy={play.isPending}
          disabled={play.isPending}
          onPlay={() => play.mutate("pay_late")}
        />
      )}
      <Return order={order} />
    </>
  );
}

function Standing({ order, last }: { order: Order; last: Outcome | undefined }) {
  const { t } = useTranslation("simulator");
  if (order.state === "pending") {
    return (
      <p className="mb-4 text-sm text-fg-2">
        {t("pay.toy")} {t("pay.until", { when: dateTime(order.expires_at) })}
      </p>
    );
  }
  const lost = last === "lose_webhook" ? ` ${t("pay.lost")}` : "";
  const late = last === "pay_late" && order.state === "canceled" ? ` ${t("pay.late")}` : "";
  const less = order.state === "paid" && order.paid.amount !== order.amount.amount;
  return (
    <div role="status" className="mb-4">
      <Callout
        tone={order.state === "paid" ? (less ? "warn" : "ok") : "warn"}
        title={less ? t("pay.states.less", { sum: money(order.paid) }) : t(`pay.states.${order.state as "paid"}`)}
      >
        {`${t(`pay.after.${less ? "less" : (order.state as "paid")}`)}${lost}${late}`}
      </Callout>
    </div>
  );
}

function Choices({ busy, onPlay }: { busy: Outcome | undefined; onPlay: (outcome: Outcome) => void }) {
  return (
    <div className="flex flex-col gap-2.5">
      {outcomes.map((outcome) => (
        <Choice
          key={outcome}
          outcome={outcome}
          busy={busy === outcome}
          disabled={busy !== undefined}
          onPlay={() => onPlay(outcome)}
        />
      ))}
    </div>
  );
}

function Choice(props: { outcome: Outcome; hint?: string; busy: boolean; disabled: boolean; onPlay: () => void }) {
  const { outcome } = props;
  const { t } = useTranslation("simulator");
  return (
    <Button
      size="lg"
      variant={outcome === "succeed" ? "primary" : "secondary"}
      className="h-auto min-h-11 w-full flex-col gap-0 py-2 whitespace-normal"
      busy={props.busy}
      disabled={props.disabled}
      onClick={props.onPlay}
    >
      <span>{t(`pay.outcomes.${outcome}`)}</span>
      {outcome !== "succeed" && (
        <span className="text-xs font-normal text-fg-3">{props.hint ?? t(`pay.hints.${outcome}`)}</span>
      )}
    </Button>
  );
}

function Return({ order }: { order: Order }) {
  const { t } = useTranslation("simulator");
  const back = safeUrl(order.return_url);
  return (
    <nav className="mt-5 flex flex-col gap-2">
      {back && (
        <a
          href={back}
          className={buttonClass({
            size: "lg",
            variant: order.state === "paid" ? "primary" : "ghost",
            className: "w-full",
          })}
        >
          {t("pay.back")}
        </a>
      )}
      <a
        href={`/sandbox/bot/${encodeURIComponent(order.slug)}`}
        className={buttonClass({ size: "lg", variant: "ghost", className: "w-full" })}
      >
        {t("pay.toBot")}
      </a>
    </nav>
  );
}

function Waiting() {
  return (
    <Late>
      <Skeleton className="mb-2 h-4 w-32" />
      <Skeleton className="mb-5 h-9 w-40" />
      <Skeleton className="mb-2.5 h-11" />
      <Skeleton className="mb-2.5 h-11" />
      <Skeleton className="h-11" />
    </Late>
  );
}
