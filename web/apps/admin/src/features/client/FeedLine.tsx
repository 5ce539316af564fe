import { type Amount, money, useTranslation, worded } from "@orbita/i18n";
import { Bubble, TimelineItem } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import {
  ArrowRightLeft,
  BellRing,
  ClipboardCheck,
  CreditCard,
  FileText,
  type LucideIcon,
  Pencil,
  Phone,
  Ruler,
  ShieldCheck,
  Sparkles,
  SquareCheck,
  UserRoundPlus,
} from "lucide-react";
import { type Card, type Line, stagesQuery } from "./queries";
import { useStaff, useWords } from "./words";

const icons: [string, LucideIcon][] = [
  ["pipeline.", ArrowRightLeft],
  ["payments.", CreditCard],
  ["programs.", FileText],
  ["journal.", Ruler],
  ["dialogues.", ClipboardCheck],
  ["marketing.", BellRing],
  ["clients.consent", ShieldCheck],
  ["clients.lead", UserRoundPlus],
  ["clients.edited", Pencil],
  ["clients.contact", Phone],
  ["clients.task", SquareCheck],
];
const iconOf = (kind: string) => icons.find(([start]) => kind.startsWith(start))?.[1] ?? Sparkles;

type Props = { line: Line; card: Card; last: boolean };

/** One thing that happened. Everything people wrote is shown as text and as nothing else. */
export function FeedLine({ line, card, last }: Props) {
  const { kind, facts, by, at, text } = line;
  if (kind === "messaging.in" || kind === "messaging.out") {
    return <Said line={line} card={card} last={last} />;
  }
  if (kind === "clients.action") {
    return <Acted line={line} last={last} />;
  }
  // The journal tells the whole in its text.
  const whole = kind.startsWith("journal.") && kind !== "journal.nps-comment" ? text : null;
  return (
    <TimelineItem
      icon={iconOf(kind)}
      title={whole ?? <Title line={line} />}
      meta={<Meta line={line} />}
      at={at}
      auto={by === null && facts.cause !== "manual"}
      last={last}
    >
      {text && !whole && <p className="max-w-[62ch] break-words whitespace-pre-wrap text-fg-2">{text}</p>}
    </TimelineItem>
  );
}

function Said({ line, card, last }: Props) {
  const { t } = useTranslation("client");
  const words = useWords();
  const nameOf = useStaff();
  const theirs = line.kind === "messaging.in";
  const name = theirs ? card.name || t("nameless") : line.by === null ? t("autoOut") : nameOf(line.by);
  return (
    <TimelineItem
      who={name}
      title={name}
      meta={[words.channel(String(line.facts.channel ?? "")), line.facts.file === true && t("file")]
        .filter(Boolean)
        .join(" · ")}
      at={line.at}
      auto={!theirs && line.by === null}
      last={last}
    >
      {line.text && <Bubble tone={theirs ? "theirs" : "ours"}>{line.text}</Bubble>}
    </TimelineItem>
  );
}

const actions: Record<string, LucideIcon> = { call: Phone, task: SquareCheck };

function Acted({ line, last }: Omit<Props, "card">) {
  const { i18n } = useTranslation("client");
  const nameOf = useStaff();
  const type = String(line.facts.type ?? "");
  const path = `client:actions.${type}`;
  const title = i18n.exists(path) ? worded(path) : worded("client:events.clients_action");
  const name = line.by === null ? undefined : nameOf(line.by);
  const note = type === "note";
  return (
    <TimelineItem
      {...(note && name ? { who: name } : { icon: actions[type] ?? Sparkles })}
      title={note && name ? name : title}
      meta={note && name ? title.toLowerCase() : name}
      at={line.at}
      auto={line.by === null}
      last={last}
    >
      {line.text &&
        (note ? (
          <Bubble tone="note">{line.text}</Bubble>
        ) : (
          <p className="max-w-[62ch] break-words whitespace-pre-wrap text-fg-2">{line.text}</p>
        ))}
    </TimelineItem>
  );
}

function Title({ line: { kind, facts } }: { line: Line }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const stages = useQuery({ ...stagesQuery, enabled: kind === "pipeline.move" }).data;
  if (kind === "pipeline.move") {
    const stage = stages?.find(({ id }) => id === facts.to)?.name;
    return stage ? t("moveWords", { stage }) : t("moveUnknown");
  }
  return words.event(kind, t("otherEvent"));
}

const isAmount = (value: unknown): value is Amount => typeof value === "object" && value !== null && "amount" in value;

function Meta({ line: { kind, facts, by } }: { line: Line }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const nameOf = useStaff();
  const parts: string[] = [];
  if (kind === "pipeline.move") {
    parts.push(words.cause(String(facts.cause ?? "")));
  }
  if (typeof facts.title === "string") {
    parts.push(facts.title);
  }
  if (isAmount(facts.amount)) {
    parts.push(money(facts.amount));
  }
  if (kind.startsWith("programs.") && typeof facts.weeks === "number") {
    parts.push(t("programFor", { count: facts.weeks }).toLowerCase());
  }
  if (kind === "clients.consent") {
    parts.push(
      t(facts.purpose === "marketing" ? "purposes.marketing" : "purposes.processing"),
      facts.given === true ? t("given") : t("withdrawn"),
    );
  }
  if (kind === "clients.lead" && typeof facts.source === "string") {
    parts.push(words.source(facts.source));
  }
  if (by !== null) {
    parts.push(nameOf(by));
  }
  return parts.filter(Boolean).join(" · ");
}
