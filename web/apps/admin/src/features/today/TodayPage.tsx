import { ago, date, day, money, number, percent, useTranslation } from "@orbita/i18n";
import { Button, Checkbox, ErrorBox, FunnelBars, PageBody, PageHeader, SkeletonRows, Stat } from "@orbita/ui";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePeek } from "@/app/peek";
import {
  dayQuery,
  endingQuery,
  funnelQuery,
  numbersQuery,
  type Task,
  useFinish,
  usePostpone,
  waitingQuery,
} from "./queries";

export function TodayPage() {
  const { t } = useTranslation("today");
  const today = useQuery(dayQuery);
  const waiting = useQuery(waitingQuery);
  const ending = useQuery(endingQuery);
  const funnel = useQuery(funnelQuery);
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        <Numbers />
        <div className="mt-6 grid gap-x-8 gap-y-6 lg:grid-cols-2">
          <Block
            title={t("tasks")}
            query={today}
            empty={t("noTasks")}
            isEmpty={(all) => !all.overdue.length && !all.tasks.length}
          >
            {({ overdue, tasks }) =>
              [...overdue, ...tasks.filter(({ id }) => overdue.every((late) => late.id !== id))].map((task) => (
                <TaskRow key={task.id} task={task} late={overdue.includes(task)} />
              ))
            }
          </Block>
          <Block title={t("waiting")} query={waiting} empty={t("noWaiting")} isEmpty={({ items }) => !items.length}>
            {({ items }) =>
              items.map((talk) => (
                <li key={talk.id}>
                  <Link to={`/inbox?open=${talk.id}`} className={row}>
                    <span className="shrink-0 font-medium">{talk.client?.name || talk.title}</span>
                    <span className="truncate text-fg-3">{talk.last?.text}</span>
                    <span className="ml-auto shrink-0 text-xs text-warn">{ago(talk.last_message_at)}</span>
                  </Link>
                </li>
              ))
            }
          </Block>
          <Block title={t("contact")} query={today} empty={t("noContact")} isEmpty={({ contact }) => !contact.length}>
            {({ contact }) => contact.slice(0, 8).map((each) => <Person key={each.id} id={each.id} name={each.name} />)}
          </Block>
          <Block title={t("leads")} query={today} empty={t("noLeads")} isEmpty={({ leads }) => !leads.length}>
            {({ leads }) => leads.slice(0, 8).map((each) => <Person key={each.id} id={each.id} name={each.name} />)}
          </Block>
          <Block title={t("ending")} query={ending} empty={t("noEnding")} isEmpty={({ items }) => !items.length}>
            {({ items }) =>
              items.map((each) => (
                <Person key={each.program_id} id={each.client_id} name={each.client_name} end={date(each.ends_at)} />
              ))
            }
          </Block>
          <section aria-label={t("funnel")}>
            <h2 className={heading}>
              <Link to="/pipeline">{t("funnel")}</Link>
            </h2>
            <Body query={funnel}>
              {({ stages }) => (
                <FunnelBars
                  steps={(stages ?? []).map(({ stage, now }) => ({
                    key: String(stage.id),
                    label: stage.name,
                    value: now,
                  }))}
                  format={(share) => percent(share)}
                />
              )}
            </Body>
          </section>
        </div>
      </PageBody>
    </>
  );
}

const heading = "mb-1 font-semibold";
const row =
  "flex min-h-9 w-full items-center gap-2 border-b border-line py-1.5 text-left hover:bg-sunken touch:min-h-11";

function Body<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  return query.error ? (
    <ErrorBox error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <SkeletonRows rows={3} />
  );
}

type BlockProps<T> = {
  title: string;
  query: UseQueryResult<T>;
  empty: string;
  isEmpty: (data: T) => boolean;
  children: (data: T) => ReactNode;
};

/** One question of the day; it fails alone. */
function Block<T>({ title, query, empty, isEmpty, children }: BlockProps<T>) {
  return (
    <section aria-label={title}>
      <h2 className={heading}>{title}</h2>
      <Body query={query}>
        {(data) => (isEmpty(data) ? <p className="py-1.5 text-fg-3">{empty}</p> : <ul>{children(data)}</ul>)}
      </Body>
    </section>
  );
}

function Person({ id, name, end }: { id: number; name: string; end?: string }) {
  const peek = usePeek();
  return (
    <li>
      <button type="button" className={row} onClick={() => peek.open(id)}>
        <span className="truncate font-medium">{name}</span>
        {end && <span className="ml-auto shrink-0 text-xs text-fg-3">{end}</span>}
      </button>
    </li>
  );
}

function TaskRow({ task, late }: { task: Task; late: boolean }) {
  const { t } = useTranslation("today");
  const peek = usePeek();
  const finish = useFinish();
  const postpone = usePostpone();
  return (
    <li className={row}>
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
      <Button onClick={() => postpone.mutate(task)}>{t("postpone")}</Button>
    </li>
  );
}

const figures = [
  ["revenue", "/payments?status=completed"],
  ["payments_completed", "/payments?status=completed"],
  ["new_clients", "/clients"],
  ["active_clients", "/clients"],
] as const;

function Numbers() {
  const { t } = useTranslation("today");
  const query = useQuery(numbersQuery);
  return (
    <section aria-label={t("numbers")}>
      <Body query={query}>
        {({ now, before }) => (
          <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
            {figures.map(([name, to]) => {
              const value = now[name];
              const is = amountOf(value);
              const was = amountOf(before[name]);
              return (
                <Link key={name} to={to} className="rounded-lg border border-line p-3 hover:bg-sunken">
                  <Stat
                    label={t(`figure.${name}`)}
                    value={value?.money ? money(value.money) : number(is)}
                    {...(was > 0 && {
                      change: `${is >= was ? "+" : "−"}${percent(Math.abs(is - was) / was)}`,
                      good: is >= was,
                    })}
                    hint={t("period")}
                  />
                </Link>
              );
            })}
          </div>
        )}
      </Body>
    </section>
  );
}

type Value = { count?: number; people?: number; money?: { amount: string } };

/** For comparing only: a float is good enough for a share of change. */
const amountOf = (value: Value | undefined): number =>
  value?.money ? Number(value.money.amount) : (value?.people ?? value?.count ?? 0);
