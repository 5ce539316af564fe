import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { QuickForm, textOf } from "@/lib/quick-form";
import { type Integration, useAsk } from "./queries";

/** The fields of a provider. A secret is never shown: an empty field leaves it as it is. */
export default function IntegrationForm({ of, onDone }: { of: Integration; onDone: () => void }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  return (
    <QuickForm
      guarded
      fields={of.fields.map(({ name, label, secret, required }) => {
        const kept = of.secrets_set.includes(name);
        return {
          name,
          label,
          max: 1000,
          required: required && !kept,
          ...(secret && { kind: "password" as const }),
          ...(kept && { placeholder: "••••••••", hint: t("integrations.kept") }),
        };
      })}
      initial={of.values}
      names={Object.fromEntries(of.fields.map(({ name }) => [`values.${name}`, name]))}
      submit={c("save")}
      onDone={() => {
        toast.done({ title: c("saved") });
        onDone();
      }}
      send={(filled) => {
        const values = Object.fromEntries(
          of.fields
            .map(({ name, secret }) => [name, textOf(filled, name), secret] as const)
            .filter(([, value, secret]) => !secret || value !== "")
            .map(([name, value]) => [name, value]),
        );
        return ask(
          take(api.PUT("/api/integrations/{name}", { params: { path: { name: of.name } }, body: { values } })),
        );
      }}
    />
  );
}
