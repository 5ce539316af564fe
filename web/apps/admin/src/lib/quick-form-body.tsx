import { useTranslation } from "@orbita/i18n";
import {
  Button,
  Callout,
  Checkbox,
  DatePicker,
  Field,
  Input,
  MoneyInput,
  PasswordInput,
  Select,
  Switch,
  Textarea,
} from "@orbita/ui";
import { type ReactNode, useState } from "react";
import { Controller, type UseFormReturn, useForm } from "react-hook-form";
import { refuse } from "./forms";
import { useUnsaved } from "./guard";
import type { QuickFormProps, Spec, Value, Values } from "./quick-form";

/** A form of a few fields that needs no layout of its own. */
export default function QuickForm(props: QuickFormProps) {
  const { fields, initial, submit, send, onDone, names, clear, danger, beside, guarded } = props;
  const { t } = useTranslation("common");
  const [refused, setRefused] = useState<string>();
  const start = Object.fromEntries(fields.map(({ name, kind }) => [name, initial?.[name] ?? emptyOf(kind)]));
  const form = useForm<Values>({ defaultValues: start });
  const { isSubmitting, isDirty } = form.formState;
  const run = form.handleSubmit(async (values) => {
    setRefused(undefined);
    try {
      await send(values);
      form.reset(clear ? start : values);
      onDone?.();
    } catch (error) {
      setRefused(refuse(form, error, names));
    }
  });
  return (
    <form onSubmit={run} noValidate className="flex max-w-xl flex-col gap-4">
      {refused && <Callout tone="danger">{refused}</Callout>}
      {fields.map((spec) => (
        <Control key={spec.name} spec={spec} form={form} />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="md" variant={danger ? "danger" : "primary"} busy={isSubmitting}>
          {submit}
        </Button>
        {beside}
        {guarded && isDirty && (
          <Button size="md" variant="ghost" onClick={() => form.reset()}>
            {t("cancel")}
          </Button>
        )}
      </div>
      {guarded && <Guard dirty={isDirty && !isSubmitting} />}
    </form>
  );
}

function Guard({ dirty }: { dirty: boolean }) {
  return useUnsaved(dirty).question;
}

const emptyOf = (kind: Spec["kind"]): Value =>
  kind === "checks" ? [] : kind === "switch" ? false : kind === "day" || kind === "money" ? null : "";

function Control({ spec, form }: { spec: Spec; form: UseFormReturn<Values> }) {
  const { t } = useTranslation("common");
  const { name, label, hint, kind, required, max, placeholder, autoComplete, options = [] } = spec;
  const error = form.formState.errors[name];
  const words = error && (typeof error.message === "string" && error.message ? error.message : t("required"));
  const filled = (value: Value) =>
    !required || (Array.isArray(value) ? value.length > 0 : typeof value !== "string" || value.trim() !== "");
  const rules = { validate: filled };
  const plain = {
    ...form.register(name, rules),
    ...(max && { maxLength: max }),
    ...(placeholder && { placeholder }),
    autoComplete: autoComplete ?? "off",
  };
  const own = (render: (value: Value, onChange: (next: Value) => void) => ReactNode) => (
    <Controller
      control={form.control}
      name={name}
      rules={rules}
      render={({ field }) => <>{render(field.value ?? null, field.onChange)}</>}
    />
  );
  if (kind === "switch") {
    return own((value, change) => <Switch label={label} hint={hint} checked={value === true} onChange={change} />);
  }
  if (kind === "checks") {
    return (
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1.5 font-medium text-fg-2">{label}</legend>
        {own((value, change) => {
          const chosen = Array.isArray(value) ? value : [];
          return (
            <div className="flex max-h-64 flex-col gap-2 overflow-y-auto rounded-md p-1">
              {options.map((option) => (
                <Checkbox
                  key={option.value}
                  label={option.label}
                  hint={option.hint}
                  checked={chosen.includes(option.value)}
                  onChange={(on) =>
                    change(on ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))
                  }
                />
              ))}
            </div>
          );
        })}
        {words && (
          <p role="alert" className="text-xs text-danger">
            {words}
          </p>
        )}
      </fieldset>
    );
  }
  return (
    <Field label={label} hint={hint} error={words}>
      {kind === "area" ? (
        <Textarea {...plain} />
      ) : kind === "password" ? (
        <PasswordInput {...plain} autoComplete={autoComplete ?? "new-password"} />
      ) : kind === "select" ? (
        own((value, change) => <Select value={String(value ?? "")} onChange={change} options={options} />)
      ) : kind === "day" ? (
        own((value, change) => <DatePicker value={value ? String(value) : null} onChange={change} clearable />)
      ) : kind === "money" ? (
        own((value, change) => <MoneyInput value={value === null ? null : String(value)} onChange={change} />)
      ) : (
        <Input
          {...plain}
          type={kind === "email" ? "email" : "text"}
          {...(kind === "code" && { inputMode: "numeric", autoComplete: "one-time-code", className: "tnum max-w-40" })}
        />
      )}
    </Field>
  );
}
