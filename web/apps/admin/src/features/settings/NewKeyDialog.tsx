import { api, take } from "@orbita/api";
import { language, useTranslation } from "@orbita/i18n";
import { Button, Dialog } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf, QuickForm, textOf } from "@/lib/quick-form";
import { Answer, ShownOnce } from "./parts";
import { scopesQuery, useAsk } from "./queries";

/** Makes a key and shows it; it cannot be shown again. */
export default function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const scopes = useQuery(scopesQuery);
  const [key, setKey] = useState<string>();
  return (
    <Dialog open onOpenChange={onClose} title={t("keys.create")} wide>
      {key ? (
        <div className="flex flex-col gap-4">
          <ShownOnce name={t("keys.key")} secret={key} />
          <Button size="md" className="self-end" onClick={onClose}>
            {c("done")}
          </Button>
        </div>
      ) : (
        <Answer of={scopes}>
          {({ items }) => (
            <QuickForm
              fields={[
                {
                  name: "name",
                  label: t("keys.name"),
                  placeholder: t("keys.namePlaceholder"),
                  required: true,
                  max: 100,
                },
                {
                  name: "scopes",
                  label: t("keys.may"),
                  kind: "checks",
                  required: true,
                  options: items.map(({ scope, text, text_en }) => ({
                    value: scope,
                    label: language() === "en" ? text_en : text,
                    hint: scope,
                  })),
                },
                { name: "expires", label: t("keys.expires"), hint: t("keys.expiresHint"), kind: "day" },
              ]}
              names={{ expires_at: "expires" }}
              submit={t("keys.create")}
              send={async (values) => {
                const day = textOf(values, "expires");
                const made = await ask(
                  take(
                    api.POST("/api/api-keys", {
                      body: {
                        name: textOf(values, "name"),
                        scopes: itemsOf(values, "scopes"),
                        ...(day && { expires_at: `${day}T00:00:00Z` }),
                      },
                    }),
                  ),
                );
                setKey(made.key);
              }}
            />
          )}
        </Answer>
      )}
    </Dialog>
  );
}
