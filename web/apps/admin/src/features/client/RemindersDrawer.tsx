import { dateTime, useTranslation } from "@orbita/i18n";
import { Bubble, Drawer, EmptyState, ErrorBox, SkeletonRows } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { remindersQuery } from "./queries";
import { useWords } from "./words";

/** What the automation is going to write within 30 days, were nothing to happen meanwhile. */
export default function RemindersDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const { data, error, refetch } = useQuery(remindersQuery(id));
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={t("reminders")} description={t("remindersHint")}>
      {error && !data ? (
        <ErrorBox error={error} onRetry={() => void refetch()} className="mx-0" />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : data.length === 0 ? (
        <EmptyState icon={BellRing} title={t("noReminders")} />
      ) : (
        <ol className="flex flex-col gap-5">
          {data.map((each) => (
            <li key={`${each.rule_id} ${each.step} ${each.at}`}>
              <p className="font-medium">{each.rule}</p>
              <p className="tnum text-xs text-fg-3">
                {dateTime(each.at)}
                {each.channel && ` · ${words.channel(each.channel)}`}
              </p>
              {each.reason && <p className="text-xs text-warn">{t("notSent", { reason: each.reason })}</p>}
              {each.text && <Bubble tone="ours">{each.text}</Bubble>}
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  );
}
