import { useTranslation } from "@orbita/i18n";
import { Avatar, Button, ButtonLink, Callout, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { CreditCard, MessageSquare } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useSearchParams } from "react-router";
import { useHotkey } from "@/app/hotkeys";
import { daysSince, weekOf } from "@/lib/moment";
import { writeTo } from "./compose";
import { useApart } from "./deeds";
import { type Card, movesQuery, programsQuery } from "./queries";
import { useWords } from "./words";

const StageMenu = lazy(() => import("./StageMenu"));
const MoreVerbs = lazy(() => import("./MoreVerbs"));
const MergeDialog = lazy(() => import("./MergeDialog"));

/** What can be done with a client. */
export function Verbs({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const [params, setParams] = useSearchParams();
  const write = () => {
    // The composer stands on the first tab.
    if (params.has("tab")) {
      setParams((old) => {
        const next = new URLSearchParams(old);
        next.delete("tab");
        return next;
      });
    }
    writeTo("message");
  };
  useHotkey("R", t("writeKey"), write);
  return (
    <>
      <ButtonLink to={`/payments?new=1&for=${card.id}`} variant="ghost" className="max-sm:hidden">
        <CreditCard aria-hidden />
        {t("bill")}
      </ButtonLink>
      <Button variant="primary" onClick={write}>
        <MessageSquare aria-hidden />
        <span className="max-sm:sr-only">{t("write")}</span>
      </Button>
      <Suspense>
        <MoreVerbs card={card} />
      </Suspense>
    </>
  );
}

export function ClientHead({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const moves = useQuery(movesQuery(card.id)).data;
  const programs = useQuery(programsQuery(card.id)).data;
  const since = moves?.at(-1)?.moved_at;
  const running = programs?.find(({ paid, starts_at, weeks, state }) => {
    return paid && state === "delivered" && weekOf(starts_at, weeks) !== undefined;
  });
  const facts = [
    [words.goal(card.goal), words.experience(card.experience)].filter(Boolean).join(", "),
    running && t("week", { week: weekOf(running.starts_at, running.weeks), of: running.weeks }),
    since && (daysSince(since) > 0 ? t("inStage", { count: daysSince(since) }) : t("inStageToday")),
  ].filter(Boolean);
  return (
    <div className="shrink-0 px-6 pt-5 pb-3 max-md:px-4 max-md:pt-4">
      <div className="flex items-start gap-4 max-md:gap-3">
        <Avatar name={card.name || t("nameless")} size={48} />
        <div className="min-w-0">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5">
            <p className="min-w-0 truncate text-xl font-semibold tracking-[-0.015em]">{card.name || t("nameless")}</p>
            <Suspense fallback={<span className="h-7 px-2 leading-7 font-medium">{card.stage?.name}</span>}>
              <StageMenu card={card} />
            </Suspense>
            {card.archived && <Tag>{t("inArchive")}</Tag>}
          </div>
          <p className="mt-1 flex flex-wrap gap-x-2 text-fg-3">
            {facts.map((fact, i) => (
              <span key={fact}>
                {fact}
                {i < facts.length - 1 && <span className="ml-2 text-line-3">·</span>}
              </span>
            ))}
          </p>
        </div>
      </div>
      <Doubles card={card} />
    </div>
  );
}

function Doubles({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const apart = useApart(card.id);
  const [merging, setMerging] = useState<number>();
  return (
    <>
      {card.suspected_duplicates.map(({ client_id, name, reason }) => (
        <Callout
          key={client_id}
          tone="warn"
          className="mt-3 flex-wrap"
          title={t("double", { name: name || t("nameless") })}
          action={
            <span className="flex flex-wrap gap-1">
              <Button busy={apart.isPending} variant="ghost" onClick={() => apart.mutate(client_id)}>
                {t("apart")}
              </Button>
              <Button onClick={() => setMerging(client_id)}>{t("compare")}</Button>
            </span>
          }
        >
          {t("doubleReason", { reason: words.reason(reason) })}
        </Callout>
      ))}
      <Suspense>
        {merging !== undefined && (
          <MergeDialog
            card={card}
            other={card.suspected_duplicates.find(({ client_id }) => client_id === merging)}
            onClose={() => setMerging(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}
