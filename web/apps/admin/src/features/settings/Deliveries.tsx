import { api, type Schema, take } from "@orbita/api";
import { dateTime, useTranslation } from "@orbita/i18n";
import { Button, Tag, toast } from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Answer, Row, Rows } from "./parts";
import { settingsKey, useWish } from "./queries";

type Delivery = Schema<"IntegrationsWebhookDeliveryView">;
type Page = { items: Delivery[]; next_cursor?: string | null };

/** What was sent, how it ended, and another try. */
export function Deliveries({ hook }: { hook: number }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const log = useInfiniteQuery({
    queryKey: [...settingsKey, "deliveries", hook],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) =>
      (await take(
        api.GET("/api/webhooks/{id}/deliveries", {
          signal,
          params: { path: { id: hook }, query: { limit: 30, ...(pageParam && { cursor: pageParam }) } },
        }),
      )) as Page,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const replay = useWish((delivery: number) =>
    take(api.POST("/api/webhooks/{id}/deliveries/{delivery}/replay", { params: { path: { id: hook, delivery } } })),
  );
  return (
    <Answer of={log}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? (
          <p className="py-8 text-center text-fg-3">{t("hooks.noDeliveries")}</p>
        ) : (
          <>
            <Rows label={t("hooks.log")}>
              {items.map((each) => (
                <Row
                  key={each.id}
                  title={
                    <>
                      <code className="text-xs">{each.kind}</code>
                      <Tag hue={each.state === "delivered" ? "green" : each.finished_at ? "red" : "amber"}>
                        {t(
                          each.state === "delivered"
                            ? "hooks.outcome.delivered"
                            : each.finished_at
                              ? "hooks.givenUp"
                              : "hooks.waiting",
                        )}
                      </Tag>
                    </>
                  }
                  line={`${dateTime(each.created_at)} · ${t("hooks.tries", { count: each.tries })}`}
                  end={
                    <Button
                      busy={replay.isPending && replay.variables === each.id}
                      onClick={() =>
                        replay.mutate(each.id, { onSuccess: () => toast.done({ title: t("hooks.replayed") }) })
                      }
                    >
                      {t("hooks.replay")}
                    </Button>
                  }
                />
              ))}
            </Rows>
            {log.hasNextPage && (
              <Button className="mx-auto" busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
                {c("loadMore")}
              </Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}
