import { ApiError } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, ErrorBox, Field, Input, PageBody, SkeletonRows, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { useUnsaved } from "@/lib/guard";
import { contactsQuery, type Contacts as Kept, useSaveContacts } from "./queries";

const lines = [
  { name: "phone", most: 100 },
  { name: "email", most: 200 },
  { name: "telegram", most: 200 },
  { name: "site", most: 200 },
  { name: "address", most: 300 },
] as const;
type Values = Record<(typeof lines)[number]["name"], string>;

/** What the bot shows when it is asked how to reach the business. */
export default function Contacts({ mayChange }: { mayChange: boolean }) {
  const { data, error, refetch } = useQuery(contactsQuery);
  if (error) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  return data ? <Editor kept={data} mayChange={mayChange} /> : <SkeletonRows rows={5} />;
}

function Editor({ kept, mayChange }: { kept: Kept; mayChange: boolean }) {
  const { t } = useTranslation("questionnaire");
  const { t: c } = useTranslation("common");
  const save = useSaveContacts();
  const [values, setValues] = useState<Values>(
    () => Object.fromEntries(lines.map(({ name }) => [name, kept[name] ?? ""])) as Values,
  );
  const changed = lines.some(({ name }) => values[name].trim() !== (kept[name] ?? ""));
  const { question } = useUnsaved(changed && !save.isPending);
  const faults = save.error instanceof ApiError ? save.error.fields : [];
  const submit = () =>
    save.mutate(
      Object.fromEntries(lines.map(({ name }) => [name, values[name].trim()]).filter(([, value]) => value)) as Kept,
      { onSuccess: () => toast.done({ title: c("saved") }) },
    );
  return (
    <PageBody reading>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="text-fg-2">{t("contacts.hint")}</p>
        {save.error && faults.length === 0 && <Callout tone="danger">{wordsOf(save.error)}</Callout>}
        {lines.map(({ name, most }) => (
          <Field key={name} label={t(`contacts.${name}`)} error={faults.find(({ field }) => field === name)?.message}>
            <Input
              maxLength={most}
              disabled={!mayChange}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          </Field>
        ))}
        {mayChange && (
          <Button
            type="submit"
            size="md"
            variant="primary"
            className="self-start"
            busy={save.isPending}
            disabled={!changed}
          >
            {c("save")}
          </Button>
        )}
      </form>
      {question}
    </PageBody>
  );
}
