import { zodResolver } from "@hookform/resolvers/zod";
import { ApiError, newKey } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Drawer, Field, Input, MultiSelect, PhoneInput, Select, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Link } from "react-router";
import * as z from "zod";
import { useHotkey } from "@/app/hotkeys";
import { usePeek } from "@/app/peek";
import { refuse } from "@/lib/forms";
import { useUnsaved } from "@/lib/guard";
import { alikeQuery, type NewClient, tagsQuery, useAddClient } from "./queries";
import { sources, useCodes } from "./words";

const form = z.object({
  name: z.string().trim().min(1).max(200),
  phone: z.string().refine((text) => text === "" || text.replace(/\D/g, "").length >= 10),
  phone2: z.string().refine((text) => text === "" || text.replace(/\D/g, "").length >= 10),
  email: z.union([z.literal(""), z.email()]),
  source: z.string(),
  tags: z.array(z.string().max(50)).max(30),
});
type Values = z.infer<typeof form>;

const empty: Values = { name: "", phone: "", phone2: "", email: "", source: "manual", tags: [] };
const filled = (...texts: string[]) => texts.map((text) => text.trim()).filter(Boolean);

export default function NewClientDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("clients");
  const { t: c } = useTranslation("common");
  const codes = useCodes();
  const peek = usePeek();
  const add = useAddClient();
  const known = useQuery(tagsQuery).data ?? [];
  const [key] = useState(newKey);
  const [refused, setRefused] = useState<{ words: string; holder: number | undefined }>();
  const edit = useForm<Values>({ resolver: zodResolver(form), defaultValues: empty });
  const { errors } = edit.formState;
  const { mayClose, question } = useUnsaved(edit.formState.isDirty && !edit.formState.isSubmitSuccessful);
  const seen = useDeferredValue(edit.watch());
  const phones = filled(seen.phone, seen.phone2).filter((text) => text.replace(/\D/g, "").length >= 11);
  const emails = filled(seen.email).filter((text) => /^\S+@\S+\.\S{2,}$/.test(text));
  const alike = useQuery(alikeQuery(seen.name.trim(), phones, emails)).data ?? [];

  const submit = edit.handleSubmit(async (values) => {
    setRefused(undefined);
    const body: NewClient = {
      name: values.name.trim(),
      phones: filled(values.phone, values.phone2),
      emails: filled(values.email),
      source: values.source,
      tags: values.tags,
    };
    try {
      const { id } = await add.mutateAsync({ key, body });
      toast.done({ title: t("created", { name: body.name }) });
      onClose();
      if (id !== undefined) {
        peek.open(id);
      }
    } catch (error) {
      const holder = error instanceof ApiError ? error.facts.client_id : undefined;
      const words = refuse(edit, error, { phones: "phone", emails: "email" });
      setRefused(
        words || holder
          ? { words: words ?? t("taken"), holder: typeof holder === "number" ? holder : undefined }
          : undefined,
      );
    }
  });
  useHotkey("Mod Enter", c("save"), () => void submit(), { everywhere: true });
  const said = (name: keyof Values, own: string) => {
    const error = errors[name];
    return error && (error.type === "server" ? error.message : own);
  };
  const tags = [...new Set([...known, ...seen.tags])].map((tag) => ({ value: tag, label: tag }));
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={t("new")}
      footer={
        <>
          <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="primary" busy={add.isPending} onClick={() => void submit()}>
            {t("create")}
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        {refused && (
          <Callout
            tone="danger"
            action={refused.holder !== undefined && <Link to={`/clients/${refused.holder}`}>{t("openCard")}</Link>}
          >
            {refused.words}
          </Callout>
        )}
        <Field label={t("name")} error={said("name", c("required"))}>
          <Input autoComplete="off" maxLength={200} placeholder={t("namePlaceholder")} {...edit.register("name")} />
        </Field>
        {(["phone", "phone2"] as const)
          .filter((name) => name === "phone" || seen.phone || seen.phone2)
          .map((name) => (
            <Field key={name} label={t(name)} optional error={said(name, t("phoneWrong"))}>
              <Controller
                control={edit.control}
                name={name}
                render={({ field: { value, onChange, onBlur } }) => (
                  <PhoneInput value={value} onChange={onChange} onBlur={onBlur} />
                )}
              />
            </Field>
          ))}
        <Field label={t("email")} optional error={said("email", t("emailWrong"))}>
          <Input type="email" autoComplete="off" maxLength={200} {...edit.register("email")} />
        </Field>
        {alike.length > 0 && !refused && (
          <Callout tone="warn" title={t("alike", { count: alike.length })}>
            <ul>
              {alike.slice(0, 5).map(({ client_id, name, reasons }) => (
                <li key={client_id}>
                  <Link to={`/clients/${client_id}`} className="font-medium underline">
                    {name}
                  </Link>{" "}
                  <span className="text-fg-3">{reasons.map(codes.why).join(", ")}</span>
                </li>
              ))}
            </ul>
          </Callout>
        )}
        <Field label={t("col.source")}>
          <Controller
            control={edit.control}
            name="source"
            render={({ field: { value, onChange } }) => (
              <Select
                value={value}
                onChange={onChange}
                options={sources
                  .filter((source) => source !== "import" && source !== "sandbox")
                  .map((source) => ({ value: source, label: codes.source(source) }))}
              />
            )}
          />
        </Field>
        <Field label={t("col.tags")} optional error={said("tags", c("tooLong"))}>
          <Controller
            control={edit.control}
            name="tags"
            render={({ field: { value, onChange } }) => (
              <MultiSelect
                value={value}
                onChange={onChange}
                options={tags}
                onCreate={(tag) => onChange([...value, tag.slice(0, 50)])}
              />
            )}
          />
        </Field>
      </form>
      {question}
    </Drawer>
  );
}
