import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, EmptyState, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Webhook as Icon, Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { idOr, useSearchState } from "@/lib/search-state";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { useWish, type Webhook, webhooksQuery } from "./queries";

const WebhookDrawer = lazy(() => import("./WebhookDrawer"));
const search = { open: idOr("new") };

export function WebhooksPage() {
  const { t } = useTranslation("settings");
  const [{ open }, set] = useSearchState(search);
  const hooks = useQuery(webhooksQuery);
  const add = (
    <Button variant="primary" onClick={() => set({ open: "new" })}>
      <Plus aria-hidden />
      {t("hooks.create")}
    </Button>
  );
  const chosen = hooks.data?.items.find(({ id }) => id === open);
  return (
    <SettingsPage title={t("nav.webhooks")} hint={t("hooks.hint")} actions={!!hooks.data?.items.length && add}>
      <Answer of={hooks}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Icon} title={t("hooks.empty")} hint={t("hooks.emptyHint")} action={add} />
          ) : (
            <Rows label={t("nav.webhooks")}>
              {items.map((hook) => (
                <Hook key={hook.id} of={hook} onOpen={() => set({ open: hook.id })} />
              ))}
            </Rows>
          )
        }
      </Answer>
      {(open === "new" || chosen) && (
        <Suspense>
          <WebhookDrawer key={String(open)} hook={chosen} onClose={() => set({ open: undefined })} />
        </Suspense>
      )}
    </SettingsPage>
  );
}

function Hook({ of, onOpen }: { of: Webhook; onOpen: () => void }) {
  const { t } = useTranslation("settings");
  const test = useWish((id: number) => take(api.POST("/api/webhooks/{id}/test", { params: { path: { id } } })));
  const said = test.data && t(`hooks.outcome.${test.data.outcome as "delivered"}`, { defaultValue: test.data.outcome });
  return (
    <Row
      title={
        <>
          <span className="min-w-0 break-all">{of.description || of.url}</span>
          <Tag hue={of.failing_since ? "red" : of.state === "on" ? "green" : "gray"}>
            {t(of.failing_since ? "hooks.failing" : of.state === "on" ? "hooks.on" : "hooks.off")}
          </Tag>
        </>
      }
      line={
        said ? [said, test.data?.status].filter(Boolean).join(" · ") : t("hooks.kindsCount", { count: of.kinds.length })
      }
      end={
        <>
          <Button busy={test.isPending} onClick={() => test.mutate(of.id)}>
            {t("check")}
          </Button>
          <Button onClick={onOpen}>{t("integrations.setUp")}</Button>
        </>
      }
    />
  );
}
