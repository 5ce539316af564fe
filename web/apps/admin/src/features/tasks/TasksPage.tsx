import { day, useTranslation } from "@orbita/i18n";
import {
  Button,
  Checkbox,
  EmptyState,
  ErrorBox,
  IconButton,
  PageBody,
  PageHeader,
  Segmented,
  SkeletonRows,
  Switch,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ListChecks, Pencil } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { usePeek, usePeekList } from "@/app/peek";
import { useMe } from "@/app/session";
import { flag, oneOf, useSearchState } from "@/lib/search-state";
import { states, type Task, tasksQuery, useSettle } from "./queries";

const TaskDialog = lazy(() => import("./TaskDialog"));
const search = { state: oneOf(states), mine: flag() };

/** What is to be done with clients, and what was done. */
export function TasksPage() {
  const { t } = useTranslation("tasks");
  const me = useMe();
  const [{ state, mine }, set] = useSearchState(search);
  const query = useInfiniteQuery(tasksQuery(state, mine ? me.id : undefined));
  const tasks = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [edited, setEdited] = useState<Task>();
  usePeekList(tasks.map((task) => task.client_id));
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody className="mx-auto max-w-[880px] md:px-6">
        <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Segmented
            className="max-sm:w-full"
            label={t("title")}
            value={state}
            onChange={(next) => set({ state: next })}
            options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
          />
          <Switch label={t("mine")} checked={mine} onChange={(next) => set({ mine: next })} />
        </div>
        {query.error ? (
          <ErrorBox error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <SkeletonRows rows={6} />
        ) : tasks.length === 0 ? (
          <EmptyState icon={ListChecks} title={t(`empty.${state}`)} hint={t("emptyHint")} />
        ) : (
          <ul aria-label={t(`states.${state}`)} className="divide-y divide-line rounded-lg shadow-card">
            {tasks.map((task) => (
              <Line key={task.id} task={task} onEdit={() => setEdited(task)} />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button className="mt-4" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </PageBody>
      {edited && (
        <Suspense>
          <TaskDialog key={edited.id} task={edited} onClose={() => setEdited(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function Line({ task, onEdit }: { task: Task; onEdit: () => void }) {
  const { t } = useTranslation("tasks");
  const peek = usePeek();
  const settle = useSettle();
  const done = !!task.done_at;
  const late = !done && !!task.due_at && Date.parse(task.due_at) < Date.now();
  const when = done ? task.done_at : task.due_at;
  return (
    <li className="flex min-h-13 items-center gap-3 px-4 py-2">
      <Checkbox
        quiet
        checked={done}
        label={t(done ? "reopen" : "finish", { text: task.text ?? "" })}
        onChange={() => settle.mutate(task)}
      />
      <button type="button" className="hit min-w-0 flex-1 rounded text-left" onClick={() => peek.open(task.client_id)}>
        <span className={done ? "block break-words text-fg-3 line-through" : "block break-words"}>{task.text}</span>
        <span className="block truncate text-xs text-fg-3">
          {task.client_name}
          {when && (
            <span className={late ? "text-danger" : undefined}>
              {" · "}
              {done ? t("doneAt", { when: day(when) }) : day(when)}
            </span>
          )}
        </span>
      </button>
      {!done && (
        <IconButton label={t("edit", { text: task.text ?? "" })} onClick={onEdit}>
          <Pencil aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
