import { day, useTranslation } from "@orbita/i18n";
import { Avatar, Button, Drawer, EmptyState, ErrorBox, SkeletonRows, Tag } from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { shown } from "./figures";
import { type Behind, peopleQuery } from "./queries";

/** The people a number is made of. */
export default function PeopleDrawer({ asked, onClose }: { asked: Behind; onClose: () => void }) {
  const { t } = useTranslation("analytics");
  const { t: c } = useTranslation("common");
  const people = useInfiniteQuery(peopleQuery(asked));
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const total = people.data?.pages[0]?.total;
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={asked.title}
      description={total == null ? undefined : t("people", { count: total })}
    >
      {people.error ? (
        <ErrorBox error={people.error} onRetry={() => void people.refetch()} className="mx-0" />
      ) : people.isPending ? (
        <SkeletonRows rows={6} />
      ) : items.length === 0 ? (
        <EmptyState title={t("nobody")} />
      ) : (
        <ul className="-mx-5 -my-4 divide-y divide-line">
          {items.map(({ client, value }) => (
            <li key={client.id}>
              <Link
                to={`/clients/${client.id}`}
                className="flex min-h-12 items-center gap-3 px-5 py-2 outline-offset-[-2px] hover:bg-hover"
              >
                <Avatar name={client.name || "?"} size={26} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{client.name || t("noName")}</span>
                  <span className="block truncate text-xs text-fg-3">{day(client.created_at)}</span>
                </span>
                {value?.money && <span className="tnum">{shown(value)}</span>}
                {client.stage && <Tag>{client.stage.name}</Tag>}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {people.hasNextPage && (
        <div className="flex justify-center pt-6">
          <Button busy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {c("loadMore")}
          </Button>
        </div>
      )}
    </Drawer>
  );
}
