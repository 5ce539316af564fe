import { api, take } from "@orbita/api";
import { date, useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, EmptyState, Tag, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { type ApiKey, apiKeysQuery, useWish } from "./queries";

const NewKeyDialog = lazy(() => import("./NewKeyDialog"));

export function ApiKeysPage() {
  const { t } = useTranslation("settings");
  const keys = useQuery(apiKeysQuery);
  const [making, setMaking] = useState(false);
  const [doomed, setDoomed] = useState<ApiKey>();
  const revoke = useWish((id: number) => take(api.DELETE("/api/api-keys/{id}", { params: { path: { id } } })));
  const add = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden />
      {t("keys.create")}
    </Button>
  );
  return (
    <SettingsPage title={t("nav.api-keys")} hint={t("keys.hint")} actions={!!keys.data?.items.length && add}>
      <Answer of={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={KeyRound} title={t("keys.empty")} hint={t("keys.emptyHint")} action={add} />
          ) : (
            <Rows label={t("nav.api-keys")}>
              {items.map((key) => (
                <Row
                  key={key.id}
                  title={
                    <>
                      {key.name}
                      {key.prefix && <code className="text-xs font-normal text-fg-3">{key.prefix}…</code>}
                      {key.revoked_at && <Tag>{t("keys.revoked")}</Tag>}
                    </>
                  }
                  line={[
                    t("keys.scopes", { count: key.scopes.length }),
                    key.last_used_on ? t("keys.used", { when: date(key.last_used_on) }) : t("keys.unused"),
                    key.expires_at && t("keys.until", { when: date(key.expires_at) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                  end={
                    !key.revoked_at && (
                      <Button variant="danger-ghost" onClick={() => setDoomed(key)}>
                        {t("keys.revoke")}
                      </Button>
                    )
                  }
                />
              ))}
            </Rows>
          )
        }
      </Answer>
      {making && (
        <Suspense>
          <NewKeyDialog onClose={() => setMaking(false)} />
        </Suspense>
      )}
      <AlertDialog
        open={doomed !== undefined}
        onOpenChange={(open) => !open && setDoomed(undefined)}
        title={t("keys.revokeTitle", { name: doomed?.name ?? "" })}
        description={t("keys.revokeDetail")}
        confirm={t("keys.revoke")}
        busy={revoke.isPending}
        onConfirm={() =>
          doomed &&
          revoke.mutate(doomed.id, {
            onSuccess: () => toast.done({ title: t("keys.revokedDone") }),
            onSettled: () => setDoomed(undefined),
          })
        }
      />
    </SettingsPage>
  );
}
