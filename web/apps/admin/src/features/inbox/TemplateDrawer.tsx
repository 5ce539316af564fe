import { useTranslation } from "@orbita/i18n";
import { Bubble, Button, Callout, Drawer, Field, Input, Textarea, toast } from "@orbita/ui";
import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { useHotkey } from "@/app/hotkeys";
import { NotFound } from "@/app/NotFound";
import { useMe } from "@/app/session";
import { refuse } from "@/lib/forms";
import { useUnsaved } from "@/lib/guard";
import { type Template, useSaveTemplate } from "./queries";
import { rendered, unknownVariable, type Variable, variables } from "./templates";

type Props = { template: Template | undefined; isNew: boolean; readOnly: boolean; onClose: () => void };
type Values = { title: string; shortcut: string; text: string };

export default function TemplateDrawer(props: Props) {
  const { t } = useTranslation("inbox");
  const { template, isNew, readOnly, onClose } = props;
  if (!isNew && !template) {
    return (
      <Drawer open onOpenChange={onClose} title={t("templates")}>
        <NotFound />
      </Drawer>
    );
  }
  if (readOnly) {
    return (
      <Drawer open onOpenChange={onClose} title={template?.title ?? t("templates")}>
        <Preview text={template?.text ?? ""} />
      </Drawer>
    );
  }
  return <Editor {...props} />;
}

function Editor({ template, onClose }: Props) {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const save = useSaveTemplate();
  const [refused, setRefused] = useState<string>();
  const edit = useForm<Values>({
    defaultValues: { title: template?.title ?? "", shortcut: template?.shortcut ?? "", text: template?.text ?? "" },
  });
  const { errors, isDirty, isSubmitSuccessful } = edit.formState;
  const { mayClose, question } = useUnsaved(isDirty && !isSubmitSuccessful);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = edit.watch("text");

  const submit = edit.handleSubmit(async (values) => {
    setRefused(undefined);
    const shortcut = values.shortcut.trim().replace(/^\//, "");
    try {
      await save.mutateAsync({
        id: template?.id,
        draft: { title: values.title.trim(), text: values.text, ...(shortcut && { shortcut }) },
      });
      toast.done({ title: t("templateSaved", { name: values.title.trim() }) });
      onClose();
    } catch (error) {
      setRefused(refuse(edit, error));
    }
  });
  useHotkey("Mod Enter", c("save"), () => void submit(), { everywhere: true });

  const insert = (name: Variable) => {
    const at = area.current?.selectionStart ?? text.length;
    const next = `${text.slice(0, at)}{${name}}${text.slice(area.current?.selectionEnd ?? at)}`;
    edit.setValue("text", next, { shouldDirty: true });
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at + name.length + 2, at + name.length + 2);
    });
  };
  const field = edit.register("text", {
    required: c("required"),
    validate: (value) => {
      const unknown = unknownVariable(value);
      return unknown ? t("unknownVariable", { name: unknown }) : value.trim() !== "" || c("required");
    },
  });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={template ? template.title : t("newTemplate")}
      footer={
        <>
          <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="primary" busy={save.isPending} onClick={() => void submit()}>
            {c("save")}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        {refused && <Callout tone="danger">{refused}</Callout>}
        <Field label={t("templateTitle")} error={errors.title?.message}>
          <Input
            maxLength={100}
            {...edit.register("title", { validate: (value) => value.trim() !== "" || c("required") })}
          />
        </Field>
        <Field label={t("shortcut")} optional hint={t("shortcutHint")} error={errors.shortcut?.message}>
          <Input
            maxLength={33}
            placeholder={t("shortcutPlaceholder")}
            {...edit.register("shortcut", {
              validate: (value) => /^\/?[\p{L}\p{N}_-]{0,32}$/u.test(value.trim()) || t("shortcutWrong"),
            })}
          />
        </Field>
        <div className="flex flex-col gap-2">
          <Field label={t("templateText")} error={errors.text?.message}>
            <Textarea
              rows={6}
              maxLength={4096}
              {...field}
              ref={(element) => {
                field.ref(element);
                area.current = element;
              }}
            />
          </Field>
          <div className="flex flex-wrap gap-1.5">
            {variables.map((name) => (
              <Button key={name} onClick={() => insert(name)}>
                {t(`variable.${name}`)}
              </Button>
            ))}
          </div>
        </div>
        <Preview text={text} />
      </form>
      {question}
    </Drawer>
  );
}

/** What a client would read, once with a name that is known and once without. */
function Preview({ text }: { text: string }) {
  const { t } = useTranslation("inbox");
  const me = useMe();
  const known = { business: me.business.name, staff: me.name };
  const named = rendered(text, { ...known, name: t("sampleName"), first_name: t("sampleFirst") });
  const nameless = rendered(text, known);
  return (
    <section aria-label={t("preview")} className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-fg-2">{t("preview")}</h3>
      {named ? (
        <>
          <Bubble tone="ours">{named}</Bubble>
          {nameless !== named && (
            <>
              <p className="mt-2 text-xs text-fg-3">{t("previewNameless")}</p>
              <Bubble tone="ours">{nameless}</Bubble>
            </>
          )}
        </>
      ) : (
        <p className="text-fg-3">{t("previewEmpty")}</p>
      )}
    </section>
  );
}
