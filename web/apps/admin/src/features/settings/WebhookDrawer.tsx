import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, Drawer, Segmented, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf, QuickForm, textOf } from "@/lib/quick-form";
import { Deliveries } from "./Deliveries";
import { Answer, ShownOnce } from "./parts";
import { kindsQuery, useAsk, useWish, type Webhook } from "./queries";

/** Where events are sent, which of them, and what became of each. */
export default function WebhookDrawer({ hook, onClose }: { hook: Webhook | undefined; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const kinds = useQuery(kindsQuery);
  const [part, setPart] = useState<"form" | "log">("form");
  const [secret, setSecret] = useState<string>();
  const [doomed, setDoomed] = useState(false);
  const renew = useWish((id: number) => take(api.POST("/api/webhooks/{id}/secret", { params: { path: { id } } })));
  const remove = useWish((id: number) => take(api.DELETE("/api/webhooks/{id}", { params: { path: { id } } })));
  return (
    <Drawer open onOpenChange={onClose} title={hook ? hook.description || hook.url : t("hooks.create")} wide>
      {secret ? (
        <div className="flex flex-col gap-4">
          <ShownOnce name={t("hooks.secret")} secret={secret} />
          <Button size="md" className="self-end" onClick={onClose}>
            {c("done")}
          </Button>
        </div>
      ) : (
        <div className="flex flex-col gap-5">
          {hook && (
            <Segmented
              className="self-start"
              label={t("nav.webhooks")}
              value={part}
              onChange={setPart}
              options={[
                { value: "form", label: t("hooks.form") },
                { value: "log", label: t("hooks.log") },
              ]}
            />
          )}
          {hook && part === "log" ? (
            <Deliveries hook={hook.id} />
          ) : (
            <Answer of={kinds}>
              {({ items }) => (
                <QuickForm
                  guarded
                  fields={[
                    { name: "url", label: t("hooks.url"), placeholder: "https://", required: true, max: 2000 },
                    { name: "description", label: t("hooks.description"), max: 200 },
                    {
                      name: "kinds",
                      label: t("hooks.kinds"),
                      kind: "checks",
                      required: true,
                      options: items.map(({ kind, meaning }) => ({ value: kind, label: kind, hint: meaning })),
                    },
                    { name: "enabled", label: t("hooks.enabled"), kind: "switch" },
                  ]}
                  initial={{
                    url: hook?.url ?? "",
                    description: hook?.description ?? "",
                    kinds: hook?.kinds ?? [],
                    enabled: hook ? hook.state === "on" : true,
                  }}
                  submit={hook ? c("save") : t("hooks.create")}
                  send={async (values) => {
                    const body = {
                      url: textOf(values, "url"),
                      description: textOf(values, "description"),
                      kinds: itemsOf(values, "kinds"),
                      enabled: values.enabled === true,
                    };
                    if (hook) {
                      await ask(take(api.PUT("/api/webhooks/{id}", { params: { path: { id: hook.id } }, body })));
                      toast.done({ title: c("saved") });
                      onClose();
                    } else {
                      setSecret((await ask(take(api.POST("/api/webhooks", { body })))).secret);
                    }
                  }}
                  beside={
                    hook && (
                      <>
                        <Button
                          size="md"
                          busy={renew.isPending}
                          onClick={() => renew.mutate(hook.id, { onSuccess: (made) => setSecret(made.secret) })}
                        >
                          {t("hooks.renew")}
                        </Button>
                        <Button size="md" variant="danger-ghost" onClick={() => setDoomed(true)}>
                          {c("delete")}
                        </Button>
                      </>
                    )
                  }
                />
              )}
            </Answer>
          )}
        </div>
      )}
      <AlertDialog
        open={doomed}
        onOpenChange={setDoomed}
        title={t("hooks.deleteTitle")}
        description={t("hooks.deleteDetail")}
        confirm={c("delete")}
        busy={remove.isPending}
        onConfirm={() => hook && remove.mutate(hook.id, { onSuccess: onClose })}
      />
    </Drawer>
  );
}
