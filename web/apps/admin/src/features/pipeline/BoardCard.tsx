import { date, day, money, number, useTranslation } from "@orbita/i18n";
import { Avatar, Badge, cn, IconButton, Meter } from "@orbita/ui";
import { CalendarClock, CircleDashed, Clock3, Ellipsis } from "lucide-react";
import { lazy, memo, Suspense, useEffect, useRef, useState } from "react";
import type { Card } from "./board";
import type { Edge } from "./drag";
import { useDrag } from "./use-drag";
import { SourceIcon, useWords } from "./words";

const CardMenu = lazy(() => import("./CardMenu"));

type Props = {
  card: Card;
  stage: number;
  /** Whether the cards of this stage wait for a next step. */
  open: boolean;
  peeked: boolean;
  marked: boolean;
  selected: boolean;
  menu: boolean;
  onOpen: (id: number, event: React.MouseEvent) => void;
  onMenu: (id: number | undefined) => void;
};

/** One client. All of it opens the peek; a drag moves it. Nothing in it animates: dragging would stutter. */
export const BoardCard = memo(function BoardCard(props: Props) {
  const { card, stage, open, peeked, marked, selected, menu, onOpen, onMenu } = props;
  const { client } = card;
  const { t } = useTranslation("pipeline");
  const words = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  const drag = useDrag();
  useEffect(() => {
    const element = ref.current;
    return element && drag ? drag.card(element, { card: client.id, stage }, setDragged, setEdge) : undefined;
  }, [drag, client.id, stage]);
  const name = client.name || t("nameless");
  const about = [words.goal(card.goal), words.experience(card.experience)].filter(Boolean).join(", ");
  const dots = (
    <IconButton
      label={t("menuOf", { name })}
      tip={false}
      className="hit"
      aria-haspopup="menu"
      onClick={() => onMenu(client.id)}
    >
      <Ellipsis />
    </IconButton>
  );
  return (
    <li className="relative">
      {edge && (
        <span
          aria-hidden
          className={cn(
            "pointer-events-none absolute inset-x-1 z-10 h-0.5 rounded-full bg-accent",
            edge === "top" ? "-top-[5px]" : "-bottom-[5px]",
          )}
        />
      )}
      <div
        ref={ref}
        data-card={client.id}
        data-fresh={marked || undefined}
        className={cn(
          "group relative rounded-lg bg-raised px-2.5 py-2 shadow-card select-none [-webkit-touch-callout:none] hover:shadow-card-h",
          (peeked || marked) && "shadow-[0_0_0_1.5px_var(--accent)] hover:shadow-[0_0_0_1.5px_var(--accent)]",
          (selected || marked) && "bg-accent-soft",
          dragged && "opacity-40",
        )}
      >
        <div className="flex items-center gap-2">
          <Avatar name={name} size={20} />
          <button
            type="button"
            data-face
            aria-pressed={selected || undefined}
            onClick={(event) => onOpen(client.id, event)}
            className="min-w-0 flex-1 truncate text-left font-medium outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-ring"
          >
            {name}
          </button>
          {card.unread > 0 && (
            <span className="max-md:mr-8 group-focus-within:hidden group-hover:hidden max-md:group-focus-within:inline max-md:group-hover:inline">
              <Badge strong label={t("unread", { count: card.unread })}>
                <span className="sr-only">{t("unread", { count: card.unread })}</span>
                <span aria-hidden>{number(card.unread)}</span>
              </Badge>
            </span>
          )}
          <span
            className={cn(
              "absolute top-1 right-1 z-10 rounded-md bg-inherit opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-md:opacity-100",
              menu && "opacity-100",
            )}
          >
            {menu ? (
              <Suspense fallback={dots}>
                <CardMenu card={card} stage={stage} onClose={() => onMenu(undefined)} />
              </Suspense>
            ) : (
              dots
            )}
          </span>
        </div>
        <div className="mt-1 flex items-center gap-2 text-xs text-fg-2">
          <SourceIcon source={client.source} />
          <span className="truncate">{about || <span className="text-fg-3">{words.source(client.source)}</span>}</span>
          {client.paid_total.amount !== "0.00" && (
            <span className="tnum ml-auto shrink-0 text-fg-3">{money(client.paid_total)}</span>
          )}
        </div>
        <div className="mt-1 flex min-h-4 items-center gap-2 text-xs">
          <NextStep card={card} open={open} />
          {card.over_norm > 0 && (
            <span
              className="tnum ml-auto inline-flex shrink-0 items-center gap-1 text-warn"
              title={t("overNorm", { count: card.over_norm, since: date(card.since) })}
            >
              <Clock3 aria-hidden className="size-3" />
              <span aria-hidden>{card.over_norm}</span>
              <span className="sr-only">{t("overNorm", { count: card.over_norm, since: date(card.since) })}</span>
            </span>
          )}
        </div>
        {card.week && (
          <div className="mt-1.5 flex items-center gap-2 text-2xs text-fg-3">
            <Meter share={card.week.number / card.week.of} label={t("week", card.week)} className="flex-1" />
            <span className="tnum shrink-0">{t("week", card.week)}</span>
          </div>
        )}
      </div>
    </li>
  );
});

function NextStep({ card: { step }, open }: { card: Card; open: boolean }) {
  const { t } = useTranslation("pipeline");
  if (!step) {
    return open ? (
      <>
        <CircleDashed aria-hidden className="mx-[3px] size-3.5 shrink-0 text-fg-3" strokeWidth={1.75} />
        <span className="truncate text-fg-3">{t("noStep")}</span>
      </>
    ) : null;
  }
  const tone = step.overdue ? "text-danger" : step.today ? "text-warn" : undefined;
  return (
    <>
      <CalendarClock aria-hidden className={cn("mx-[3px] size-3.5 shrink-0", tone ?? "text-fg-3")} strokeWidth={1.75} />
      {step.at && (
        <span className={cn("tnum shrink-0 font-medium", tone ?? "text-fg-2")}>
          {step.overdue && <span className="sr-only">{t("overdueWord")} </span>}
          {day(step.at, new Date(), step.today || step.overdue)}
        </span>
      )}
      <span className="truncate text-fg-3">{step.text ?? t("contact")}</span>
    </>
  );
}
