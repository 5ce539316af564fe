import { date, day, money, number, useTranslation } from "@orbita/i18n";
import { cn, IconButton, InlineText, Property, PropertyGroup, Select, Sparkline } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { CalendarClock, Check } from "lucide-react";
import { lazy, Suspense } from "react";
import { staffQuery } from "@/lib/staff";
import { Contacts } from "./Contacts";
import { useEdit, useTick } from "./deeds";
import { answersQuery, type Card, chartQuery, paymentsQuery, tasksQuery } from "./queries";

const Ratings = lazy(() => import("./Ratings"));
const TagsEdit = lazy(() => import("./TagsEdit"));

/** All that is known of a client: the peek's body, and the column of the page. */
export default function Properties({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const edit = useEdit(card.id);
  const staff = useQuery(staffQuery).data?.filter(({ id, active }) => active || id === card.assigned_to) ?? [];
  return (
    <>
      <NextStep card={card} />
      <Course id={card.id} />
      <Deal card={card} />
      <Contacts card={card} />
      <PropertyGroup title={t("about")}>
        <Property label={t("name")}>
          <InlineText label={t("name")} value={card.name} onSave={(name) => edit.mutateAsync({ name })} />
        </Property>
        {staff.length > 0 && (
          <Property label={t("responsible")}>
            <Select
              label={t("responsible")}
              value={card.assigned_to === null ? "none" : String(card.assigned_to)}
              onChange={(next) => edit.mutate({ assigned_to: next === "none" ? null : Number(next) })}
              options={[
                { value: "none", label: t("nobody") },
                ...staff.map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              className="-ml-1.5 h-7 bg-transparent px-1.5 shadow-none hover:bg-hover"
            />
          </Property>
        )}
        <Property label={t("tags")}>
          <Suspense fallback={<span className="text-fg-3">{card.tags.join(", ")}</span>}>
            <TagsEdit tags={card.tags} onChange={(tags) => edit.mutate({ tags })} />
          </Suspense>
        </Property>
        <Property label={t("notes")}>
          <InlineText
            multiline
            label={t("notes")}
            value={card.notes ?? ""}
            onSave={(notes) => edit.mutateAsync({ notes: notes || null })}
          />
        </Property>
        <Property label={t("since")}>{date(card.created_at)}</Property>
      </PropertyGroup>
      <Answers id={card.id} />
      <Suspense>
        <Ratings id={card.id} />
      </Suspense>
    </>
  );
}

function NextStep({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const tasks = useQuery(tasksQuery(card.id)).data ?? [];
  const tick = useTick(card.id);
  const contact = card.next_contact_at;
  return (
    <section className="border-b border-line px-4 py-3">
      <h2 className="mb-1.5 text-xs font-medium text-fg-3">{t("nextStep")}</h2>
      {tasks.length === 0 && !contact && <p className="text-fg-3">{t("noStep")}</p>}
      <ul className="flex flex-col gap-1.5">
        {tasks.map((task) => (
          <Step key={task.id} title={task.text ?? t("task")} at={task.due_at ?? undefined}>
            <IconButton label={t("tick", { task: task.text ?? "" })} onClick={() => tick.mutate(task)}>
              <Check />
            </IconButton>
          </Step>
        ))}
        {tasks.length === 0 && contact && <Step title={t("contactAgain")} at={contact} />}
      </ul>
    </section>
  );
}

function Step({ title, at, children }: { title: string; at: string | undefined; children?: React.ReactNode }) {
  const late = at !== undefined && Date.parse(at) < Date.now();
  return (
    <li className="flex items-center gap-3 rounded-lg bg-raised py-2 pr-2 pl-3 shadow-card">
      <span
        className={cn(
          "grid size-7 shrink-0 place-items-center rounded-md",
          late ? "bg-danger-soft text-danger" : "bg-accent-soft text-accent-text",
        )}
      >
        <CalendarClock aria-hidden className="size-4" strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words">{title}</span>
        {at && <span className={cn("block text-xs", late ? "text-danger" : "text-fg-3")}>{day(at)}</span>}
      </span>
      {children}
    </li>
  );
}

function Course({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const weight = useQuery(chartQuery(id)).data?.find(({ measure }) => measure === "weight");
  const values = weight?.points.map(({ value }) => value) ?? [];
  const last = values.at(-1);
  if (last === undefined) {
    return null;
  }
  const change = last - (values[0] ?? last);
  const shown = t("kg", { value: number(last, 1) });
  return (
    <section className="border-b border-line px-4 py-3">
      <h2 className="mb-1 flex items-center text-xs font-medium text-fg-3">
        {t("weight")}
        <span className="tnum ml-auto text-sm text-fg">{shown}</span>
        {values.length > 1 && (
          <span className="tnum ml-2 text-sm text-fg-2">{`${change > 0 ? "+" : ""}${number(change, 1)}`}</span>
        )}
      </h2>
      <Sparkline values={values} label={t("weightCourse", { value: shown })} height={56} />
    </section>
  );
}

function Deal({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const payments = useQuery(paymentsQuery(card.id)).data;
  const last = payments?.find(({ status }) => status === "completed" || status === "partially_refunded");
  return (
    <PropertyGroup title={t("deal")}>
      {last && (
        <Property label={t("tariff")}>
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate">{last.tariff.title}</span>
            <span className="tnum shrink-0 text-fg-3">{money(last.amount)}</span>
          </span>
        </Property>
      )}
      <Property label={t("paid")}>
        <span className="tnum">{money(card.paid_total)}</span>
      </Property>
    </PropertyGroup>
  );
}

function Answers({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const { data } = useQuery(answersQuery(id));
  const last = data?.find(({ finished_at }) => finished_at) ?? data?.[0];
  if (!data) {
    return null;
  }
  if (!last || last.answers.length === 0) {
    return (
      <section className="px-4 py-3">
        <h2 className="mb-1 text-xs font-medium text-fg-3">{t("answers")}</h2>
        <p className="text-fg-3">{t("noAnswers")}</p>
      </section>
    );
  }
  return (
    <PropertyGroup title={t("answers")}>
      {last.answers.map(({ question, title, answer }) => (
        <Property key={question} label={title}>
          <span className="break-words">{answer}</span>
        </Property>
      ))}
    </PropertyGroup>
  );
}
