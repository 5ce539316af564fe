import { useTranslation } from "@orbita/i18n";
import { Button, Callout, DateTimePicker, Dialog, Field, Textarea, toast } from "@orbita/ui";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { clockOf, momentOf } from "@/lib/moment";
import { type Task, useEditTask } from "./queries";

export default function TaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation("tasks");
  const { t: c } = useTranslation("common");
  const [text, setText] = useState(task.text ?? "");
  const [due, setDue] = useState(task.due_at ? clockOf(task.due_at) : null);
  const edit = useEditTask();
  return (
    <Dialog open onOpenChange={onClose} title={t("editTitle")}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          edit.mutate(
            { task, text: text.trim(), due: momentOf(due) ?? null },
            {
              onSuccess: () => {
                toast.done({ title: c("saved") });
                onClose();
              },
            },
          );
        }}
      >
        {edit.error && <Callout tone="danger">{wordsOf(edit.error)}</Callout>}
        <Field label={t("what")}>
          <Textarea value={text} maxLength={4096} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field label={t("when")}>
          <DateTimePicker value={due} onChange={setDue} clearable />
        </Field>
        <Button
          type="submit"
          size="md"
          variant="primary"
          className="self-end"
          busy={edit.isPending}
          disabled={!text.trim()}
        >
          {c("save")}
        </Button>
      </form>
    </Dialog>
  );
}
