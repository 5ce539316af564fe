import { zodResolver } from "@hookform/resolvers/zod";
import { hues } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, cn, Drawer, Field, Input, NumberField, Select, Textarea, toast } from "@orbita/ui";
import { Check } from "lucide-react";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import * as z from "zod";
import { useHotkey } from "@/app/hotkeys";
import { NotFound } from "@/app/NotFound";
import { refuse } from "@/lib/forms";
import { useUnsaved } from "@/lib/guard";
import { type Stage, useSaveStage } from "./queries";
import { useWords } from "./words";

const roles = ["", "first_contact", "consultation", "deciding", "purchased", "active", "finished", "inactive"];
const form = z.object({
  name: z.string().trim().min(1).max(100),
  hue: z.enum(hues),
  norm_days: z.number().int().min(1).max(365).nullable(),
  role: z.string(),
  description: z.string().max(1000),
});
type Values = z.infer<typeof form>;

type Props = { stage: Stage | undefined; isNew: boolean; onClose: () => void };

export default function StageDrawer({ stage, isNew, onClose }: Props) {
  const { t } = useTranslation("pipeline");
  if (!stage && !isNew) {
    return (
      <Drawer open onOpenChange={onClose} title={t("editStage")}>
        <NotFound />
      </Drawer>
    );
  }
  return <Editor stage={stage} onClose={onClose} />;
}

function Editor({ stage, onClose }: Omit<Props, "isNew">) {
  const { t } = useTranslation("pipeline");
  const { t: c } = useTranslation("common");
  const words = useWords();
  const save = useSaveStage();
  const [refused, setRefused] = useState<string>();
  const edit = useForm<Values>({
    resolver: zodResolver(form),
    defaultValues: stage
      ? {
          name: stage.name,
          hue: stage.hue,
          norm_days: stage.norm_days,
          role: stage.role,
          description: stage.description,
        }
      : { name: "", hue: "gray", norm_days: null, role: "", description: "" },
  });
  const { errors } = edit.formState;
  const { mayClose, question } = useUnsaved(edit.formState.isDirty && !edit.formState.isSubmitSuccessful);
  const submit = edit.handleSubmit(async (draft) => {
    setRefused(undefined);
    try {
      await save.mutateAsync({ id: stage?.id, draft });
      toast.done({ title: t(stage ? "stageSaved" : "stageAdded", { name: draft.name }) });
      onClose();
    } catch (error) {
      setRefused(refuse(edit, error));
    }
  });
  useHotkey("Mod Enter", c("save"), () => void submit(), { everywhere: true });
  const said = (name: keyof Values, own: string) => {
    const error = errors[name];
    return error && (error.type === "server" ? error.message : own);
  };
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={stage ? t("editStage") : t("newStage")}
      footer={
        <>
          <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="primary" busy={save.isPending} onClick={() => void submit()}>
            {stage ? c("save") : t("addStage")}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        {refused && <Callout tone="danger">{refused}</Callout>}
        <Field label={t("stageName")} error={said("name", t("keepName"))}>
          <Input placeholder={t("stageNamePlaceholder")} maxLength={100} {...edit.register("name")} />
        </Field>
        <Controller
          control={edit.control}
          name="hue"
          render={({ field: { value, onChange } }) => (
            <fieldset>
              <legend className="mb-1.5 font-medium">{t("hue")}</legend>
              <div className="flex flex-wrap gap-2">
                {hues.map((hue) => (
                  <label
                    key={hue}
                    title={t(`hues.${hue}`)}
                    className={cn(
                      "hit tint-bg grid size-7 place-items-center rounded-full text-surface has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-ring",
                      `hue-${hue}`,
                    )}
                  >
                    <input
                      type="radio"
                      name="hue"
                      className="sr-only"
                      aria-label={t(`hues.${hue}`)}
                      checked={value === hue}
                      onChange={() => onChange(hue)}
                    />
                    {value === hue && <Check aria-hidden className="size-4" strokeWidth={2.5} />}
                  </label>
                ))}
              </div>
            </fieldset>
          )}
        />
        <Field label={t("norm")} hint={t("normHint")} error={said("norm_days", t("normRange"))} optional>
          <Controller
            control={edit.control}
            name="norm_days"
            render={({ field: { value, onChange, onBlur } }) => (
              <NumberField
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                min={1}
                max={365}
                unit={t("normUnit")}
                steppers={false}
              />
            )}
          />
        </Field>
        <Field label={t("role")} hint={t("roleHint")} error={said("role", "")}>
          <Controller
            control={edit.control}
            name="role"
            render={({ field: { value, onChange } }) => (
              <Select
                value={value}
                onChange={onChange}
                options={roles.map((role) => ({ value: role, label: words.role(role || "none") }))}
              />
            )}
          />
        </Field>
        <Field label={t("description")} hint={t("descriptionHint")} error={said("description", c("tooLong"))} optional>
          <Textarea rows={3} {...edit.register("description")} />
        </Field>
      </form>
      {question}
    </Drawer>
  );
}
