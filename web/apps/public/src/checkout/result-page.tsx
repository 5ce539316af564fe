import { useTranslation } from "@orbita/i18n";
import { money } from "@orbita/i18n/format";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useParams } from "react-router";
import { ask, Refused } from "../lib/http";
import { useLook } from "../lib/look";
import type { BotLink, Next, Receipt } from "../lib/types";
import { Alert, Bones, Page as Frame, heading, Panel, Verb, verb } from "../parts/basics";

const LONGEST_MS = 180_000;
const settled = new Set(["completed", "canceled", "refunded", "partially_refunded", "problem"]);

/** Asks often at first, then less and less; a bank that takes its time is not asked for ever. */
const pause = (asked: number) => Math.min(1_500 * 1.35 ** asked, 12_000);

/** What became of a payment, and what comes next. */
export function Page() {
  const { t } = useTranslation("checkout");
  const { slug = "", id = "" } = useParams();
  const look = useLook(slug);
  const since = useRef(Date.now());
  const [late, setLate] = useState(false);
  const payment = useQuery({
    queryKey: ["payment", id],
    queryFn: ({ signal }) => ask<Receipt>(`/api/payments/${encodeURIComponent(id)}/status`, { signal }),
    refetchInterval: (query) => {
      if (query.state.error instanceof Refused && query.state.error.status === 404) {
        return false;
      }
      if (query.state.data && settled.has(query.state.data.status)) {
        return false;
      }
      return Date.now() - since.current > LONGEST_MS ? false : pause(query.state.dataUpdateCount);
    },
  });
  const status = payment.data?.status;
  const paid = status === "completed" || status === "partially_refunded";
  useEffect(() => {
    document.title = look.data ? `${t("title")}: ${look.data.name}` : t("title");
  }, [look.data, t]);
  useEffect(() => {
    if (status && settled.has(status)) {
      return;
    }
    const timer = setTimeout(() => setLate(true), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [status]);
  const unknown = payment.error instanceof Refused && payment.error.status === 404;
  const again = () => {
    since.current = Date.now();
    setLate(false);
    void payment.refetch();
  };
  return (
    <Frame brand={look.data?.name} home={`/s/${slug}`} back={t("back")}>
      <div aria-live="polite">
        {unknown ? (
          <Words title={t("lost")} text={t("lostText")} />
        ) : payment.error && !payment.data ? (
          <div className="grid gap-3">
            <Alert>{payment.error.message}</Alert>
            <Verb look="plain" onClick={again}>
              {t("again")}
            </Verb>
          </div>
        ) : !payment.data ? (
          <Bones rows={2} />
        ) : paid ? (
          <Paid slug={slug} id={id} />
        ) : status === "canceled" ? (
          <>
            <Words title={t("canceled")} text={t("canceledText")} />
            <a className={verb("primary", "mt-6 w-full")} href={`/s/${slug}/pay`}>
              {t("tryAgain")}
            </a>
          </>
        ) : status === "refunded" ? (
          <Words title={t("refunded")} text={t("refundedText")} />
        ) : status === "problem" ? (
          <Words title={t("problem")} text={t("problemText")} />
        ) : (
          <>
            <Words title={t("waiting")} text={late ? t("longWait") : t("waitingText")} />
            <p className="tnum mt-4 text-[24px] font-bold tracking-[-0.02em]">{money(payment.data.amount)}</p>
            <div className="mt-6 grid gap-3">
              {payment.data.confirmation_url && (
                <a className={verb()} href={payment.data.confirmation_url}>
                  {t("toBank")}
                </a>
              )}
              <Verb look="plain" busy={payment.isFetching} onClick={again}>
                {t("checkNow")}
              </Verb>
            </div>
          </>
        )}
      </div>
    </Frame>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h1 className={heading}>{title}</h1>
      <p className="mt-3 text-fg-2">{text}</p>
    </>
  );
}

function Paid({ slug, id }: { slug: string; id: string }) {
  const { t } = useTranslation("checkout");
  const [opening, setOpening] = useState(false);
  const next = useQuery({
    queryKey: ["next", id],
    queryFn: ({ signal }) => ask<Next>(`/api/public/payments/${encodeURIComponent(id)}/next`, { signal }),
    // The file's link lives five minutes; what is being made is looked for more often.
    refetchInterval: (query) => (query.state.data?.program === "making" ? pause(query.state.dataUpdateCount) : 120_000),
  });
  const bot = async () => {
    setOpening(true);
    try {
      const { url } = await ask<BotLink>(`/api/public/payments/${encodeURIComponent(id)}/bot-link`, {
        body: {},
      });
      if (url && /^https?:\/\//.test(url)) {
        location.assign(url);
        return;
      }
    } catch {
      // The button stays: the next press tries again.
    }
    setOpening(false);
  };
  const stage = next.data?.program;
  return (
    <>
      <h1 className={heading}>{t("paid")}</h1>
      {next.data && <p className="mt-2 text-fg-2">{next.data.title}</p>}
      <Panel className="mt-6 grid gap-4">
        <h2 className="font-semibold">{t("thanks")}</h2>
        {!next.data ? (
          <div aria-hidden className="h-6 animate-pulse rounded bg-sunken" />
        ) : (
          <p className="text-fg-2">
            {stage === "ready"
              ? t("ready")
              : stage === "questionnaire"
                ? t("questionnaire")
                : stage === "making"
                  ? t("making")
                  : t("noProgram")}
          </p>
        )}
        {stage === "ready" && next.data?.file && (
          <a className={verb()} href={next.data.file}>
            {t("download")}
          </a>
        )}
        <Verb look={stage === "ready" ? "plain" : "primary"} busy={opening} onClick={() => void bot()}>
          {t("bot")}
        </Verb>
        <a className={verb("quiet")} href={`/c?business=${encodeURIComponent(slug)}`}>
          {t("cabinet")}
        </a>
      </Panel>
    </>
  );
}
