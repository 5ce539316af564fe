import { useTranslation } from "@orbita/i18n";
import {
  AlertDialog,
  Button,
  Callout,
  Dialog,
  EmptyState,
  ErrorBox,
  Field,
  Input,
  MenuItem,
  MoreMenu,
  PageBody,
  SkeletonRows,
  Switch,
  Tag,
  Textarea,
  toast,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { MessageCircleQuestion, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { type Entry, faqQuery, useDeleteFaq, useSaveFaq } from "./queries";

/** What the bot answers by itself. */
export default function Faq({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation("questionnaire");
  const { t: c } = useTranslation("common");
  const { data, error, refetch } = useQuery(faqQuery);
  const [edited, setEdited] = useState<Entry | "new">();
  const [doomed, setDoomed] = useState<Entry>();
  const remove = useDeleteFaq();
  const add = mayChange && (
    <Button variant="primary" onClick={() => setEdited("new")}>
      <Plus aria-hidden />
      {t("faq.add")}
    </Button>
  );
  if (error) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <SkeletonRows rows={6} />;
  }
  return (
    <PageBody className="mx-auto max-w-[880px]">
      {data.items.length === 0 ? (
        <EmptyState icon={MessageCircleQuestion} title={t("faq.empty")} hint={t("faq.emptyHint")} action={add} />
      ) : (
        <>
          <div className="mb-3 flex items-center gap-3">
            <p className="min-w-0 flex-1 text-fg-2">{t("faq.hint")}</p>
            {add}
          </div>
          <ul className="divide-y divide-line rounded-lg bg-raised shadow-field">
            {data.items.map((entry) => (
              <li key={entry.id} className="flex items-start gap-3 px-3 py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    {entry.question}
                    {!entry.active && <Tag hue="gray">{t("faq.off")}</Tag>}
                  </p>
                  <p className="line-clamp-2 text-fg-2">{entry.answer}</p>
                </div>
                {entry.shown > 0 && (
                  <span className="tnum shrink-0 text-xs text-fg-3">{t("faq.shown", { count: entry.shown })}</span>
                )}
                {mayChange && (
                  <MoreMenu label={`${c("menu")}: ${entry.question}`}>
                    <MenuItem onClick={() => setEdited(entry)}>
                      <Pencil aria-hidden />
                      {c("edit")}
                    </MenuItem>
                    <MenuItem danger onClick={() => setDoomed(entry)}>
                      <Trash2 aria-hidden />
                      {c("delete")}
                    </MenuItem>
                  </MoreMenu>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {edited && (
        <Editor
          entry={edited === "new" ? undefined : edited}
          position={Math.max(-1, ...data.items.map((entry) => entry.position)) + 1}
          onClose={() => setEdited(undefined)}
        />
      )}
      <AlertDialog
        open={doomed !== undefined}
        onOpenChange={(open) => !open && setDoomed(undefined)}
        title={t("faq.deleteTitle")}
        description={doomed?.question}
        confirm={c("delete")}
        busy={remove.isPending}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSettled: () => setDoomed(undefined) })}
      />
    </PageBody>
  );
}

function Editor({ entry, position, onClose }: { entry: Entry | undefined; position: number; onClose: () => void }) {
  const { t } = useTranslation("questionnaire");
  const { t: c } = useTranslation("common");
  const save = useSaveFaq();
  const [asked, setAsked] = useState(entry?.question ?? "");
  const [answer, setAnswer] = useState(entry?.answer ?? "");
  const [active, setActive] = useState(entry?.active ?? true);
  const draft = {
    question: asked,
    answer,
    active,
    position: entry?.position ?? position,
    ...(entry && { category: entry.category }),
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t(entry ? "faq.edit" : "faq.add")}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button
            size="md"
            variant="primary"
            busy={save.isPending}
            disabled={asked.trim() === "" || answer.trim() === ""}
            onClick={() =>
              save.mutate(
                { id: entry?.id, draft },
                {
                  onSuccess: () => {
                    toast.done({ title: c("saved") });
                    onClose();
                  },
                },
              )
            }
          >
            {c("save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {save.error && <Callout tone="danger">{wordsOf(save.error)}</Callout>}
        <Field label={t("faq.question")}>
          <Input maxLength={200} value={asked} onChange={(event) => setAsked(event.target.value)} />
        </Field>
        <Field label={t("faq.answer")}>
          <Textarea rows={6} maxLength={3000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        </Field>
        <Switch label={t("faq.active")} checked={active} onChange={setActive} />
      </div>
    </Dialog>
  );
}
