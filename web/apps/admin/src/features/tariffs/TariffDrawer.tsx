import { zodResolver } from "@hookform/resolvers/zod";
import { money, useTranslation } from "@orbita/i18n";
import {
  Button,
  Callout,
  Drawer,
  Field,
  Input,
  MoneyInput,
  NumberField,
  Property,
  PropertyGroup,
  Segmented,
  Switch,
  Textarea,
  toast,
} from "@orbita/ui";
import { useState } from "react";
import { Controller, type UseFormReturn, useForm } from "react-hook-form";
import * as z from "zod";
import { useHotkey } from "@/app/hotkeys";
import { NotFound } from "@/app/NotFound";
import { refuse } from "@/lib/forms";
import { useUnsaved } from "@/lib/guard";
import { type Draft, draftOf, type Tariff, useSaveTariff } from "./queries";

const form = z.object({
  title: z.string().trim().min(1).max(200),
  price: z
    .string()
    .nullable()
    .refine((value) => value !== null && Number(value) > 0),
  months: z.number().int().min(0).max(60).nullable(),
  weeks: z.enum(["0", "4", "12"]),
  description: z.string().max(4000),
  contains: z.string().refine((text) => {
    const lines = linesOf(text);
    return lines.length <= 30 && lines.every((line) => line.length <= 300);
  }),
  active: z.boolean(),
});
type Values = z.infer<typeof form>;

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const empty: Values = { title: "", price: null, months: 1, weeks: "12", description: "", contains: "", active: true };

const valuesOf = (tariff: Tariff): Values => ({
  title: tariff.title,
  price: tariff.price.amount,
  months: tariff.months,
  weeks: String(tariff.programme_weeks) as Values["weeks"],
  description: tariff.description,
  contains: tariff.contains.join("\n"),
  active: tariff.active,
});

type Props = {
  tariff: Tariff | undefined;
  isNew: boolean;
  readOnly: boolean;
  lastPosition: number;
  onClose: () => void;
};

export default function TariffDrawer({ tariff, isNew, readOnly, lastPosition, onClose }: Props) {
  const { t } = useTranslation("tariffs");
  if (!isNew && !tariff) {
    return (
      <Drawer open onOpenChange={onClose} title={t("editTitle")}>
        <NotFound />
      </Drawer>
    );
  }
  if (readOnly && tariff) {
    return <Shown tariff={tariff} onClose={onClose} />;
  }
  return <Editor tariff={tariff} lastPosition={lastPosition} onClose={onClose} />;
}

function Editor({ tariff, lastPosition, onClose }: Pick<Props, "tariff" | "lastPosition" | "onClose">) {
  const { t } = useTranslation("tariffs");
  const { t: c } = useTranslation("common");
  const save = useSaveTariff();
  const [refused, setRefused] = useState<string>();
  const edit = useForm<Values>({ resolver: zodResolver(form), defaultValues: tariff ? valuesOf(tariff) : empty });
  const { mayClose, question } = useUnsaved(edit.formState.isDirty && !edit.formState.isSubmitSuccessful);

  const submit = edit.handleSubmit(async (values) => {
    setRefused(undefined);
    const draft: Draft = {
      ...(tariff ? draftOf(tariff) : { position: lastPosition + 10 }),
      title: values.title,
      price: { amount: values.price ?? "0", currency: tariff?.price.currency ?? "RUB" },
      months: values.months ?? 0,
      programme_weeks: Number(values.weeks),
      description: values.description,
      contains: linesOf(values.contains),
      active: values.active,
    };
    try {
      await save.mutateAsync({ id: tariff?.id, draft });
      toast.done({ title: t(tariff ? "changed" : "created", { name: values.title }) });
      onClose();
    } catch (error) {
      setRefused(refuse(edit, error, { programme_weeks: "weeks" }));
    }
  });
  useHotkey("Mod Enter", c("save"), () => void submit(), { everywhere: true });

  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={tariff ? tariff.title : t("new")}
      footer={
        <>
          <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="primary" busy={save.isPending} onClick={() => void submit()}>
            {tariff ? c("save") : t("create")}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        {refused && <Callout tone="danger">{refused}</Callout>}
        <Fields edit={edit} />
      </form>
      {question}
    </Drawer>
  );
}

function Fields({ edit }: { edit: UseFormReturn<Values> }) {
  const { t } = useTranslation("tariffs");
  const { t: c } = useTranslation("common");
  const { errors } = edit.formState;
  /** The server's words where it refused, ours where the form did. */
  const words = (name: keyof Values, own: string) => {
    const error = errors[name];
    return error && (error.type === "server" ? error.message : own);
  };
  return (
    <>
      <Field label={t("name")} error={words("title", c("required"))}>
        <Input placeholder={t("namePlaceholder")} maxLength={200} {...edit.register("title")} />
      </Field>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field label={t("price")} error={words("price", t("priceTooLow"))}>
          <Controller
            control={edit.control}
            name="price"
            render={({ field: { value, onChange, onBlur } }) => (
              <MoneyInput value={value} onChange={onChange} onBlur={onBlur} />
            )}
          />
        </Field>
        <Field label={t("months")} error={words("months", c("required"))}>
          <Controller
            control={edit.control}
            name="months"
            render={({ field: { value, onChange, onBlur } }) => (
              <NumberField
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                min={0}
                max={60}
                unit={t("monthsUnit")}
                steppers={false}
              />
            )}
          />
        </Field>
      </div>
      <Controller
        control={edit.control}
        name="weeks"
        render={({ field: { value, onChange } }) => (
          <div className="flex flex-col gap-1.5">
            <span className="font-medium text-fg-2">{t("weeks")}</span>
            <Segmented
              label={t("weeks")}
              value={value}
              onChange={onChange}
              options={[
                { value: "0", label: t("noProgramme") },
                { value: "4", label: t("weeksCount", { count: 4 }) },
                { value: "12", label: t("weeksCount", { count: 12 }) },
              ]}
            />
            {errors.weeks?.message && <p className="text-xs text-danger">{errors.weeks.message}</p>}
          </div>
        )}
      />
      <Field label={t("description")} hint={t("descriptionHint")} error={words("description", c("tooLong"))}>
        <Textarea {...edit.register("description")} />
      </Field>
      <Field label={t("contains")} hint={t("containsHint")} error={words("contains", t("tooMany"))}>
        <Textarea rows={5} {...edit.register("contains")} />
      </Field>
      <Controller
        control={edit.control}
        name="active"
        render={({ field: { value, onChange } }) => (
          <Switch label={t("active")} hint={t("activeHint")} checked={value} onChange={onChange} />
        )}
      />
    </>
  );
}

/** For who may look and not change. */
function Shown({ tariff, onClose }: { tariff: Tariff; onClose: () => void }) {
  const { t } = useTranslation("tariffs");
  return (
    <Drawer open onOpenChange={onClose} title={tariff.title}>
      <div className="-mx-5 -my-4">
        <PropertyGroup title={t("editTitle")}>
          <Property label={t("price")}>{money(tariff.price)}</Property>
          <Property label={t("months")}>{t("monthsCount", { count: tariff.months })}</Property>
          <Property label={t("weeks")}>{t("weeksCount", { count: tariff.programme_weeks })}</Property>
        </PropertyGroup>
        <PropertyGroup title={t("contains")}>
          <ul className="list-disc pl-4">
            {tariff.contains.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </PropertyGroup>
      </div>
    </Drawer>
  );
}
