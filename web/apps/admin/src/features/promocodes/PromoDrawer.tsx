import { zodResolver } from "@hookform/resolvers/zod";
import { isoDate, money, useTranslation } from "@orbita/i18n";
import {
  Button,
  Callout,
  DatePicker,
  Drawer,
  ErrorBox,
  Field,
  Input,
  Late,
  MoneyInput,
  MultiSelect,
  NumberField,
  Segmented,
  Skeleton,
  Switch,
  toast,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, type UseFormReturn, useForm } from "react-hook-form";
import * as z from "zod";
import { useHotkey } from "@/app/hotkeys";
import { refuse } from "@/lib/forms";
import { useUnsaved } from "@/lib/guard";
import { dawn, lastMoment, nextDay } from "./days";
import { PromoUses } from "./PromoUses";
import { type Draft, type Promo, promoQuery, tariffsQuery, useSavePromo } from "./queries";

const form = z
  .object({
    code: z.string().trim().min(1).max(50),
    kind: z.enum(["percent", "amount"]),
    percent: z.number().int().min(1).max(100).nullable(),
    amount: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    uses: z.number().int().min(1).max(1_000_000).nullable(),
    perClient: z.number().int().min(1).max(1_000_000).nullable(),
    tariffs: z.array(z.string()).max(100),
    first: z.boolean(),
    active: z.boolean(),
  })
  .refine(({ kind, percent }) => kind !== "percent" || percent !== null, { path: ["percent"] })
  .refine(({ kind, amount }) => kind !== "amount" || Number(amount) > 0, { path: ["amount"] })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"] });
type Values = z.infer<typeof form>;

const empty: Values = {
  code: "",
  kind: "percent",
  percent: 10,
  amount: null,
  from: null,
  to: null,
  uses: null,
  perClient: 1,
  tariffs: [],
  first: false,
  active: true,
};

const valuesOf = (promo: Promo): Values => ({
  code: promo.code,
  kind: promo.percent === null ? "amount" : "percent",
  percent: promo.percent,
  amount: promo.amount?.amount ?? null,
  from: promo.valid_from && isoDate(promo.valid_from),
  to: promo.valid_to && isoDate(lastMoment(promo.valid_to)),
  uses: promo.max_uses,
  perClient: promo.max_uses_per_client,
  tariffs: promo.tariff_ids.map(String),
  first: promo.first_purchase_only,
  active: promo.active,
});

/** A date that was not touched keeps its hour, which this form does not show. */
function draftFrom(values: Values, promo: Promo | undefined): Draft {
  const before = promo && valuesOf(promo);
  const from = values.from && (values.from === before?.from ? promo?.valid_from : dawn(values.from));
  const to = values.to && (values.to === before?.to ? promo?.valid_to : dawn(nextDay(values.to)));
  return {
    code: values.code,
    active: values.active,
    first_purchase_only: values.first,
    tariff_ids: values.tariffs.map(Number),
    ...(values.kind === "percent"
      ? values.percent !== null && { percent: values.percent }
      : { amount: { amount: values.amount ?? "0", currency: promo?.amount?.currency ?? "RUB" } }),
    ...(from && { valid_from: from }),
    ...(to && { valid_to: to }),
    ...(values.uses !== null && { max_uses: values.uses }),
    ...(values.perClient !== null && { max_uses_per_client: values.perClient }),
  };
}

type Props = { id: number | "new"; readOnly: boolean; onClose: () => void };

export default function PromoDrawer({ id, readOnly, onClose }: Props) {
  const { t } = useTranslation("promocodes");
  const { data, error, refetch } = useQuery({ ...promoQuery(id === "new" ? 0 : id), enabled: id !== "new" });
  if (id === "new" || data) {
    return <Editor promo={data} readOnly={readOnly} onClose={onClose} />;
  }
  return (
    <Drawer open onOpenChange={onClose} title={t("one")}>
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : (
        <Late>
          <Skeleton className="h-60" />
        </Late>
      )}
    </Drawer>
  );
}

function Editor({ promo, readOnly, onClose }: { promo: Promo | undefined; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation("promocodes");
  const { t: c } = useTranslation("common");
  const save = useSavePromo();
  const [refused, setRefused] = useState<string>();
  const edit = useForm<Values>({ resolver: zodResolver(form), defaultValues: promo ? valuesOf(promo) : empty });
  const { mayClose, question } = useUnsaved(edit.formState.isDirty && !edit.formState.isSubmitSuccessful);

  const submit = edit.handleSubmit(async (values) => {
    setRefused(undefined);
    try {
      await save.mutateAsync({ id: promo?.id, draft: draftFrom(values, promo) });
      toast.done({ title: t(promo ? "changed" : "created", { code: values.code }) });
      onClose();
    } catch (error) {
      setRefused(
        refuse(edit, error, {
          valid_from: "from",
          valid_to: "to",
          max_uses: "uses",
          max_uses_per_client: "perClient",
          tariff_ids: "tariffs",
        }),
      );
    }
  });
  useHotkey("Mod Enter", c("save"), () => void submit(), { everywhere: true, enabled: !readOnly });

  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={promo ? promo.code : t("new")}
      footer={
        !readOnly && (
          <>
            <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
              {c("cancel")}
            </Button>
            <Button size="md" variant="primary" busy={save.isPending} onClick={() => void submit()}>
              {promo ? c("save") : t("create")}
            </Button>
          </>
        )
      }
    >
      <form onSubmit={submit} noValidate>
        <fieldset disabled={readOnly} className="flex min-w-0 flex-col gap-5">
          {refused && <Callout tone="danger">{refused}</Callout>}
          <Fields edit={edit} />
        </fieldset>
      </form>
      {promo && <PromoUses promo={promo} />}
      {question}
    </Drawer>
  );
}

function Fields({ edit }: { edit: UseFormReturn<Values> }) {
  const { t } = useTranslation("promocodes");
  const { t: c } = useTranslation("common");
  const tariffs = useQuery(tariffsQuery);
  const { errors } = edit.formState;
  const kind = edit.watch("kind");
  /** The server's words where it refused, ours where the form did. */
  const words = (name: keyof Values, own: string) => {
    const error = errors[name];
    return error && (error.type === "server" ? error.message : own);
  };
  const count = (name: "uses" | "perClient") => (
    <Field label={t(name)} hint={t(`${name}Hint`)} error={words(name, c("required"))}>
      <Controller
        control={edit.control}
        name={name}
        render={({ field: { value, onChange, onBlur } }) => (
          <NumberField
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            min={1}
            max={1_000_000}
            placeholder={t("noLimit")}
            steppers={false}
          />
        )}
      />
    </Field>
  );
  const day = (name: "from" | "to") => (
    <Field label={t(name)} error={words(name, t("daysWrong"))}>
      <Controller
        control={edit.control}
        name={name}
        render={({ field: { value, onChange } }) => (
          <DatePicker value={value} onChange={onChange} clearable placeholder={t(`${name}Any`)} />
        )}
      />
    </Field>
  );
  return (
    <>
      <Field label={t("col.code")} hint={t("codeHint")} error={words("code", c("required"))}>
        <Input maxLength={50} autoComplete="off" spellCheck={false} {...edit.register("code")} />
      </Field>
      <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
        <div className="flex flex-col gap-1.5">
          <span className="font-medium text-fg-2">{t("kind")}</span>
          <Controller
            control={edit.control}
            name="kind"
            render={({ field: { value, onChange } }) => (
              <Segmented
                label={t("kind")}
                value={value}
                onChange={onChange}
                options={[
                  { value: "percent", label: t("percent") },
                  { value: "amount", label: t("amount") },
                ]}
              />
            )}
          />
        </div>
        {kind === "percent" ? (
          <Field label={t("size")} error={words("percent", t("percentWrong"))}>
            <Controller
              control={edit.control}
              name="percent"
              render={({ field: { value, onChange, onBlur } }) => (
                <NumberField
                  value={value}
                  onChange={onChange}
                  onBlur={onBlur}
                  min={1}
                  max={100}
                  unit="%"
                  steppers={false}
                />
              )}
            />
          </Field>
        ) : (
          <Field label={t("size")} error={words("amount", t("amountWrong"))}>
            <Controller
              control={edit.control}
              name="amount"
              render={({ field: { value, onChange, onBlur } }) => (
                <MoneyInput value={value} onChange={onChange} onBlur={onBlur} />
              )}
            />
          </Field>
        )}
      </div>
      <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
        {day("from")}
        {day("to")}
      </div>
      <div className="grid grid-cols-2 items-start gap-3 max-sm:grid-cols-1">
        {count("uses")}
        {count("perClient")}
      </div>
      <Field label={t("tariffs")} hint={t("tariffsHint")} error={words("tariffs", c("tooLong"))}>
        <Controller
          control={edit.control}
          name="tariffs"
          render={({ field: { value, onChange } }) => (
            <MultiSelect
              value={value}
              onChange={onChange}
              placeholder={value.length === 0 ? t("allTariffs") : ""}
              options={(tariffs.data?.items ?? []).map((each) => ({
                value: String(each.id),
                label: each.title,
                hint: money(each.price),
              }))}
            />
          )}
        />
      </Field>
      <Controller
        control={edit.control}
        name="first"
        render={({ field: { value, onChange } }) => (
          <Switch label={t("first")} hint={t("firstHint")} checked={value} onChange={onChange} />
        )}
      />
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
