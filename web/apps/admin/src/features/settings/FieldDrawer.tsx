import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Drawer, toast } from "@orbita/ui";
import { itemsOf, QuickForm, type Spec, textOf } from "@/lib/quick-form";
import { type OwnField, useAsk } from "./queries";

const types = ["text", "number", "date", "choice", "flag"] as const;

/** A kind is chosen once: what clients' cards hold already has it. */
export default function FieldDrawer({ field, onClose }: { field: OwnField | undefined; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const choices: Spec = { name: "choices", label: t("fields.choices"), hint: t("fields.choicesHint"), kind: "area" };
  return (
    <Drawer open onOpenChange={onClose} title={field?.title ?? t("fields.create")}>
      <QuickForm
        guarded
        fields={[
          { name: "title", label: t("fields.title"), required: true, max: 100 },
          ...(field
            ? [
                ...(field.type === "choice" ? [choices] : []),
                {
                  name: "archived",
                  label: t("fields.archive"),
                  hint: t("fields.archiveHint"),
                  kind: "switch",
                } satisfies Spec,
              ]
            : [
                {
                  name: "type",
                  label: t("fields.type"),
                  hint: t("fields.typeHint"),
                  kind: "select",
                  options: types.map((value) => ({ value, label: t(`fields.types.${value}`) })),
                } satisfies Spec,
                choices,
              ]),
        ]}
        initial={{
          title: field?.title ?? "",
          type: field?.type ?? "text",
          choices: field?.choices.join("\n") ?? "",
          archived: field?.archived ?? false,
        }}
        submit={field ? c("save") : t("fields.create")}
        send={async (values) => {
          const title = textOf(values, "title");
          if (field) {
            const body = {
              title,
              archived: values.archived === true,
              ...(field.type === "choice" && { choices: itemsOf(values, "choices") }),
            };
            await ask(take(api.PUT("/api/clients/fields/{key}", { params: { path: { key: field.key } }, body })));
          } else {
            const type = textOf(values, "type");
            const body = { title, type, ...(type === "choice" && { choices: itemsOf(values, "choices") }) };
            await ask(take(api.POST("/api/clients/fields", { body })));
          }
          toast.done({ title: c("saved") });
          onClose();
        }}
      />
    </Drawer>
  );
}
