import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, Dialog, EmptyState, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Tags as Icon } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { QuickForm, textOf } from "@/lib/quick-form";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { tagsQuery, useAsk, useWish } from "./queries";

/** The tags that clients have: named otherwise, put together, or taken away from everybody. */
export function TagsPage() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const tags = useQuery(tagsQuery);
  const ask = useAsk();
  const [renamed, setRenamed] = useState<string>();
  const [doomed, setDoomed] = useState<string>();
  const remove = useWish((tag: string) => take(api.POST("/api/clients/tags/remove", { body: { tag } })));
  return (
    <SettingsPage title={t("nav.tags")} hint={t("tags.hint")}>
      <Answer of={tags}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Icon} title={t("tags.empty")} hint={t("tags.emptyHint")} />
          ) : (
            <Rows label={t("nav.tags")}>
              {items.map(({ tag, clients }) => (
                <Row
                  key={tag}
                  title={<span className="min-w-0 break-words">{tag}</span>}
                  line={
                    <Link className="hover:underline" to={`/clients?tag=${encodeURIComponent(tag)}`}>
                      {t("tags.clients", { count: clients })}
                    </Link>
                  }
                  end={
                    <>
                      <Button onClick={() => setRenamed(tag)}>{t("tags.rename")}</Button>
                      <Button variant="danger-ghost" onClick={() => setDoomed(tag)}>
                        {c("delete")}
                      </Button>
                    </>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Answer>
      {renamed !== undefined && (
        <Dialog open onOpenChange={() => setRenamed(undefined)} title={t("tags.renameTitle", { tag: renamed })}>
          <QuickForm
            fields={[{ name: "to", label: t("tags.newName"), hint: t("tags.renameHint"), required: true, max: 60 }]}
            initial={{ to: renamed }}
            submit={t("tags.rename")}
            send={async (values) => {
              const to = textOf(values, "to");
              const { clients } = await ask(
                take(api.POST("/api/clients/tags/rename", { body: { from: renamed, to } })),
              );
              toast.done({ title: t("tags.renamed", { count: clients }) });
              setRenamed(undefined);
            }}
          />
        </Dialog>
      )}
      <AlertDialog
        open={doomed !== undefined}
        onOpenChange={() => setDoomed(undefined)}
        title={t("tags.deleteTitle", { tag: doomed })}
        description={t("tags.deleteDetail")}
        confirm={c("delete")}
        busy={remove.isPending}
        onConfirm={() =>
          doomed !== undefined &&
          remove.mutate(doomed, {
            onSuccess: ({ clients }) => toast.done({ title: t("tags.removed", { count: clients }) }),
            onSettled: () => setDoomed(undefined),
          })
        }
      />
    </SettingsPage>
  );
}
