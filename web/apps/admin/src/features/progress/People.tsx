import { date, number, useTranslation } from "@orbita/i18n";
import { Avatar, Button, EmptyState, ErrorBox, SkeletonRows, Tag } from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { TrendingUp } from "lucide-react";
import { measuredQuery } from "./queries";

const signed = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${number(Math.abs(value), 1)}`;

/** Everybody who is measured, at a glance. */
export function People({ onOpen }: { onOpen: (client: number) => void }) {
  const { t } = useTranslation("progress");
  const { t: c } = useTranslation("common");
  const people = useInfiniteQuery(measuredQuery);
  const items = people.data?.pages.flatMap((page) => page.items);
  if (people.error && !items) {
    return <ErrorBox error={people.error} onRetry={() => void people.refetch()} />;
  }
  if (!items) {
    return <SkeletonRows rows={8} />;
  }
  if (items.length === 0) {
    return <EmptyState icon={TrendingUp} title={t("nobodyMeasured")} hint={t("nobodyMeasuredHint")} />;
  }
  return (
    <div className="p-4 max-md:p-3">
      <table aria-label={t("everybody")} className="tnum w-full">
        <thead className="text-xs text-fg-3 max-md:sr-only">
          <tr>
            <th scope="col" className="px-2 py-1.5 text-left font-normal">
              {t("client")}
            </th>
            <th scope="col" className="px-2 py-1.5 text-right font-normal">
              {t("measures.weight")}
            </th>
            <th scope="col" className="px-2 py-1.5 text-right font-normal">
              {t("change")}
            </th>
            <th scope="col" className="px-2 py-1.5 text-right font-normal max-md:hidden">
              {t("count")}
            </th>
            <th scope="col" className="px-2 py-1.5 text-right font-normal max-md:hidden">
              {t("last")}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((each) => (
            <tr key={each.client_id} className="border-t border-line hover:bg-hover">
              <th scope="row" className="px-2 py-1 text-left font-medium">
                <button
                  type="button"
                  onClick={() => onOpen(each.client_id)}
                  className="hit flex min-h-9 w-full min-w-0 items-center gap-2 rounded text-left touch:min-h-11"
                >
                  <Avatar name={each.name || "?"} />
                  <span className="min-w-0">
                    <span className="block break-words">{each.name || t("nameless")}</span>
                    <span className="block text-xs font-normal text-fg-3 md:hidden">{date(each.last_measured_on)}</span>
                    {each.silent_week !== null && (
                      <Tag hue="amber">{t("silentWeek", { number: each.silent_week })}</Tag>
                    )}
                  </span>
                </button>
              </th>
              <td className="px-2 py-1 text-right whitespace-nowrap">
                {each.weight === null ? "—" : `${number(each.weight, 1)} ${t("kg")}`}
              </td>
              <td className="px-2 py-1 text-right whitespace-nowrap">
                {each.weight_change === null ? "—" : signed(each.weight_change)}
              </td>
              <td className="px-2 py-1 text-right max-md:hidden">{number(each.entries)}</td>
              <td className="px-2 py-1 text-right whitespace-nowrap max-md:hidden">{date(each.last_measured_on)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {people.hasNextPage && (
        <div className="flex justify-center pt-4">
          <Button busy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {c("loadMore")}
          </Button>
        </div>
      )}
    </div>
  );
}
