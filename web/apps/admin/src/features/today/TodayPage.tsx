import { ago, date, day, isoDate, money, time, useTranslation } from "@orbita/i18n";
import { Button, Checkbox, PageBody, PageHeader, SkeletonRows, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { usePeek } from "@/app/peek";
import { useMe } from "@/app/session";
import { setUpQuery } from "@/app/setup/queries";
import { Answer, Block, rowClass } from "./Block";
import { FirstMinutes } from "./FirstMinutes";
import { Numbers } from "./Numbers";
import {
  type Day,
  dayQuery,
  endingQuery,
  funnelQuery,
  type PaidToday,
  paidTodayQuery,
  type Task,
  useFinish,
  usePostpone,
  waitingQuery,
} from "./queries";

const SetUpList = lazy(() => import("@/app/setup/SetUpList"));

export function TodayPage() {
  const { t } = useTranslation("today");
  return (
    <>
      <PageHeader title={t("title")} count={date(new Date())} />
      <PageBody className="mx-auto max-w-[1240px] md:px-6">
        <Suspense fallback={<SkeletonRows rows={6} />}>{useIsEmpty() ? <Beginning /> : <Work />}</Suspense>
      </PageBody>
    </>
  );
}

/** A business of one's own that nobody has come to yet: numbers of nothing help nobody. */
function useIsEmpty(): boolean {
  const me = useMe();
  const own = !me.business.sandbox && me.role === "admin";
  const { data: today } = useQuery(dayQuery);
  const { data: funnel } = useQuery({ ...funnelQuery, enabled: own });
  const { data: steps } = useQuery({ ...setUpQuery, enabled: own });
  return (
    own &&
    steps?.some((step) => !step.done && !step.optional) === true &&
    funnel !== undefined &&
    (funnel.stages ?? []).every(({ now }) => now === 0) &&
    today !== undefined &&
    today.tasks.length + today.overdue.length + today.leads.length === 0
  );
}

function Beginning() {
  const { t } = useTranslation("today");
  return (
    <>
      <h2 className="text-lg font-semibold">{t("beginning")}</h2>
      <p className="pb-4 text-fg-2">{t("beginningHint")}</p>
      <SetUpList />
    </>
  );
}

function Work() {
  const { t } = useTranslation("today");
  const today = useQuery(dayQuery);
  const waiting = useQuery(waitingQuery);
  const ending = useQuery(endingQuery);
  const paid = useQuery(paidTodayQuery);
  return (
    <>
      <FirstMinutes />
      <Numbers />
      <div className="-mx-2 mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Block
            title={t("tasks")}
            to="/tasks"
            query={today}
            items={toDo}
            idOf={({ task }) => task.id}
            empty={t("noTasks")}
            most={6}
            note={({ overdue }) =>
              overdue.length > 0 && <span className="text-danger">{t("overdue", { count: overdue.length })}</span>
            }
          >
            {({ task, late }) => <TaskRow task={task} late={late} />}
          </Block>
          <Block
            title={t("waiting")}
            to="/inbox?show=unanswered"
            query={waiting}
            items={({ items }) => items}
            idOf={({ id }) => id}
            empty={t("noWaiting")}
          >
            {(talk) => (
              <Link to={`/inbox?show=unanswered&open=${talk.id}`} className={rowClass}>
                <span className="max-w-[50%] shrink-0 truncate font-medium">{talk.client?.name || talk.title}</span>
                <span className="truncate text-fg-3">{talk.last?.text}</span>
                <span className="ml-auto shrink-0 text-xs text-warn">{ago(talk.last_message_at)}</span>
              </Link>
            )}
          </Block>
          <Block
            title={t("leads")}
            to="/clients"
            query={today}
            items={({ leads }) => leads}
            idOf={({ id }) => id}
            empty={t("noLeads")}
          >
            {({ id, name, source, created_at }) => (
              <Person id={id} name={name} about={source ?? ""} end={ago(created_at)} />
            )}
          </Block>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Block
            title={t("paid")}
            to={`/payments?from=${isoDate(new Date())}&to=${isoDate(new Date())}`}
            query={paid}
            items={({ items }) => items}
            idOf={({ id }) => id}
            empty={t("noPaid")}
            note={({ sum }) => sum && <span className="tnum font-medium text-fg">{money(sum)}</span>}
          >
            {(payment) => <PaymentRow payment={payment} />}
          </Block>
          <Block
            title={t("contact")}
            query={today}
            items={({ contact }) => contact}
            idOf={({ id }) => id}
            empty={t("noContact")}
          >
            {({ id, name, stage }) => <Person id={id} name={name} about={stage?.name ?? ""} />}
          </Block>
          <Block
            title={t("ending")}
            to="/programs"
            query={ending}
            items={({ items }) => items}
            idOf={({ program_id }) => program_id}
            empty={t("noEnding")}
          >
            {(each) => <Person id={each.client_id} name={each.client_name} end={date(each.ends_at)} />}
          </Block>
          <Funnel />
        </div>
      </div>
    </>
  );
}

type Due = { task: Task; late: boolean };

/** The late ones first, none twice. */
const toDo = ({ overdue, tasks }: Day): Due[] => [
  ...overdue.map((task) => ({ task, late: true })),
  ...tasks.filter(({ id }) => overdue.every((late) => late.id !== id)).map((task) => ({ task, late: false })),
];

function Funnel() {
  const { t } = useTranslation("today");
  const funnel = useQuery(funnelQuery);
  return (
    <section aria-label={t("funnel")}>
      <h2 className="px-2 pb-1 font-semibold">
        <Link to="/pipeline" className="hit rounded hover:text-accent-text">
          {t("funnel")}
        </Link>
      </h2>
      <Answer query={funnel}>
        {({ stages }) => (
          <ul>
            {(stages ?? []).map(({ stage, now }, _, all) => (
              <li key={stage.id}>
                <Link to={`/clients?stage=${stage.id}`} className={rowClass}>
                  <span className="w-36 shrink-0 truncate max-sm:w-32">{stage.name}</span>
                  <span className="h-2 flex-1 overflow-hidden rounded-full bg-sunken">
                    <span
                      className="block h-full rounded-full bg-accent/60"
                      style={{ width: `${(now / Math.max(1, ...all.map((each) => each.now))) * 100}%` }}
                    />
                  </span>
                  <span className="tnum w-8 shrink-0 text-right">{now}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Person({ id, name, about, end }: { id: number; name: string; about?: string; end?: string }) {
  const peek = usePeek();
  return (
    <button type="button" className={rowClass} onClick={() => peek.open(id)}>
      <span className="truncate font-medium">{name}</span>
      {about && <span className="truncate text-fg-3">{about}</span>}
      {end && <span className="ml-auto shrink-0 text-xs text-fg-3">{end}</span>}
    </button>
  );
}

const hues = { completed: "green", pending: "gray", problem: "red" } as const;

function PaymentRow({ payment }: { payment: PaidToday["items"][number] }) {
  const { t } = useTranslation("today");
  const state = payment.status === "completed" ? "completed" : payment.status === "problem" ? "problem" : "pending";
  return (
    <Link to={`/payments?open=${payment.id}`} className={rowClass}>
      <span className="truncate font-medium">{payment.client_name}</span>
      <Tag hue={hues[state]}>{t(`payment.${state}`)}</Tag>
      <span className="ml-auto flex shrink-0 items-baseline gap-2">
        <span className="tnum font-medium">{money(payment.amount)}</span>
        <span className="tnum text-xs text-fg-3">{time(payment.completed_at ?? payment.created_at)}</span>
      </span>
    </Link>
  );
}

function TaskRow({ task, late }: Due) {
  const { t } = useTranslation("today");
  const peek = usePeek();
  const finish = useFinish();
  const postpone = usePostpone();
  return (
    <div className={rowClass}>
      <Checkbox
        checked={false}
        quiet
        label={t("finish", { text: task.text ?? "" })}
        onChange={() => finish.mutate(task)}
      />
      <button type="button" className="min-w-0 flex-1 text-left" onClick={() => peek.open(task.client_id)}>
        <span className="block truncate">{task.text}</span>
        <span className="block truncate text-xs text-fg-3">
          {task.client_name}
          {task.due_at && <span className={late ? "text-danger" : undefined}> · {day(task.due_at)}</span>}
        </span>
      </button>
      <Button aria-label={t("postponeIt", { text: task.text ?? "" })} onClick={() => postpone.mutate(task)}>
        {t("postpone")}
      </Button>
    </div>
  );
}
