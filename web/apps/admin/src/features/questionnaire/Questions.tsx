import { ApiError } from "@orbita/api";
import { dateTime, percent, useTranslation, worded } from "@orbita/i18n";
import { Button, Callout, Menu, MenuItem, MenuSep, Meter, MoreMenu, PageBody, Section, Tag, toast } from "@orbita/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { wordsOf } from "@/app/queries";
import { useUnsaved } from "@/lib/guard";
import { type Kind, moved, ownQuestion, placeOf, withQuestion } from "./draft";
import { dropQuery, type Question, usePublish, versionQuery, versionsQuery, type Whole } from "./queries";

const QuestionDrawer = lazy(() => import("./QuestionDrawer"));
const kinds: Kind[] = ["choice", "number", "text"];
const MOST = 30;

/** The order and the words are changed here, on the page; clients see it when the next version is published. */
export function Questions({ current, mayChange }: { current: Whole; mayChange: boolean }) {
  const { t } = useTranslation("questionnaire");
  const [list, setList] = useState(current.questions);
  const [open, setOpen] = useState<Question>();
  const publish = usePublish();
  const changed = list !== current.questions;
  const { question } = useUnsaved(changed && !publish.isSuccess);
  const add = (kind: Kind) =>
    setOpen(
      ownQuestion(
        kind,
        list.map(({ key }) => key),
      ),
    );
  const stale = publish.error instanceof ApiError && publish.error.stale;
  return (
    <PageBody className="mx-auto max-w-[880px]">
      {changed && (
        <div className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-2 rounded-lg bg-raised p-3 shadow-pop">
          <p className="min-w-0 flex-1 font-medium">{t("unpublished")}</p>
          <Button onClick={() => setList(current.questions)}>{t("discard")}</Button>
          <Button
            variant="primary"
            busy={publish.isPending}
            onClick={() => publish.mutate({ based_on: current.version, questions: list })}
          >
            {t("publish")}
          </Button>
          {publish.error && (
            <div className="basis-full">{stale ? <Stale /> : <Refused error={publish.error} list={list} />}</div>
          )}
        </div>
      )}
      <ol aria-label={t("tab.questions")} className="divide-y divide-line rounded-lg bg-raised shadow-field">
        {list.map((each, i) => (
          <Row
            key={each.key}
            question={each}
            place={i}
            count={list.length}
            mayChange={mayChange}
            version={current.version}
            onOpen={() => setOpen(each)}
            onMove={(to) => setList(moved(list, i, to))}
            onRemove={() => setList(list.filter((one) => one !== each))}
          />
        ))}
      </ol>
      {mayChange && list.length < MOST && (
        <div className="mt-3 flex">
          <Menu
            trigger={
              <Button>
                <Plus aria-hidden />
                {t("add")}
              </Button>
            }
          >
            {kinds.map((kind) => (
              <MenuItem key={kind} onClick={() => add(kind)}>
                {t(`type.${kind}`)}
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
      <Versions current={current.version} onTake={mayChange ? setList : undefined} />
      {open && (
        <Suspense>
          <QuestionDrawer
            key={open.key}
            question={open}
            readOnly={!mayChange}
            onClose={() => setOpen(undefined)}
            onDone={(next) => {
              setList(withQuestion(list, next));
              setOpen(undefined);
            }}
          />
        </Suspense>
      )}
      {question}
    </PageBody>
  );
}

type RowProps = {
  question: Question;
  place: number;
  count: number;
  version: number;
  mayChange: boolean;
  onOpen: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

function Row({ question, place, count, version, mayChange, onOpen, onMove, onRemove }: RowProps) {
  const { t } = useTranslation("questionnaire");
  const { t: c } = useTranslation("common");
  return (
    <li className="flex items-center gap-3 px-3 py-2.5">
      <span className="tnum w-5 shrink-0 text-right text-fg-3">{place + 1}</span>
      <button type="button" onClick={onOpen} className="hit min-w-0 flex-1 rounded text-left">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{question.title}</span>
          <Tag hue="gray" className="max-sm:hidden">
            {worded(`questionnaire:type.${question.type}`)}
          </Tag>
          {question.optional && <span className="text-xs text-fg-3 max-sm:hidden">{t("mayPass")}</span>}
        </span>
        <span className="block truncate text-fg-2">{question.text}</span>
      </button>
      <Drop id={`${version}:${question.key}`} />
      {mayChange && (
        <MoreMenu label={`${c("menu")}: ${question.title}`}>
          <MenuItem onClick={onOpen}>
            <Pencil aria-hidden />
            {c("edit")}
          </MenuItem>
          <MenuItem disabled={place === 0} onClick={() => onMove(place - 1)}>
            <ArrowUp aria-hidden />
            {t("up")}
          </MenuItem>
          <MenuItem disabled={place === count - 1} onClick={() => onMove(place + 1)}>
            <ArrowDown aria-hidden />
            {t("down")}
          </MenuItem>
          <MenuSep />
          <MenuItem danger onClick={onRemove}>
            <Trash2 aria-hidden />
            {t("remove")}
          </MenuItem>
        </MoreMenu>
      )}
    </li>
  );
}

/** How many of those who saw the question stopped at it, in the last 30 days. */
function Drop({ id }: { id: string }) {
  const { t } = useTranslation("questionnaire");
  const { data } = useQuery(dropQuery);
  const values = data?.rows.find((row) => row.key === id)?.values;
  const reached = values?.question_reached?.count ?? 0;
  const left = values?.question_left?.count ?? 0;
  // Where nobody stopped there is nothing to look at.
  if (reached === 0 || left === 0) {
    return null;
  }
  const words = t("dropped", { left, reached, share: percent(left / reached) });
  return (
    <span className="flex w-28 shrink-0 flex-col items-end gap-1 max-sm:w-16" title={words}>
      <span className="tnum text-xs text-fg-2">{t("leftShort", { share: percent(left / reached) })}</span>
      <Meter share={left / reached} label={words} hue={left / reached > 0.1 ? "red" : "amber"} />
    </span>
  );
}

/** Somebody published meanwhile: the fresh one is shown, since the two cannot be joined by a machine. */
function Stale() {
  const { t } = useTranslation("questionnaire");
  const client = useQueryClient();
  return (
    <div className="mb-4 flex flex-col items-start gap-2">
      <Callout tone="danger">{t("stale")}</Callout>
      <Button onClick={() => void client.invalidateQueries({ queryKey: ["questionnaire"] })}>{t("takeFresh")}</Button>
    </div>
  );
}

function Refused({ error, list }: { error: Error; list: Question[] }) {
  const fields = error instanceof ApiError ? error.fields : [];
  return (
    <div role="alert" className="mb-4">
      <Callout tone="danger">
        {wordsOf(error)}
        {fields.map(({ field, message }) => (
          <span key={`${field} ${message}`} className="block">
            {list[placeOf(field) ?? -1]?.title} {message}
          </span>
        ))}
      </Callout>
    </div>
  );
}

function Versions({ current, onTake }: { current: number; onTake: ((list: Question[]) => void) | undefined }) {
  const { t } = useTranslation("questionnaire");
  const { data } = useQuery(versionsQuery);
  const client = useQueryClient();
  const take = (version: number) =>
    client.fetchQuery(versionQuery(version)).then(
      ({ questions }) => onTake?.(questions),
      (error: unknown) => toast.failed({ title: wordsOf(error) }),
    );
  return (
    <Section title={t("versions")} hint={t("versionsHint")} className="mt-4">
      <ul>
        {data?.items.map((each) => (
          <li key={each.version} className="flex min-h-9 items-center gap-3">
            <span className="tnum font-medium">{t("versionNo", { version: each.version })}</span>
            <span className="tnum min-w-0 flex-1 truncate text-fg-3">{dateTime(each.published_at)}</span>
            {each.version === current ? (
              <Tag hue="green">{t("current")}</Tag>
            ) : (
              onTake && <Button onClick={() => void take(each.version)}>{t("takeVersion")}</Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
