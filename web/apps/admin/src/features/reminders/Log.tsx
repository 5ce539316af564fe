import { dateTime, useTranslation, worded } from "@orbita/i18n";
import {
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorBox,
  FilterBar,
  NoResults,
  SkeletonRows,
  Tag,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { useMemo } from "react";
import { usePeek } from "@/app/peek";
import { type Line, logQuery, type states } from "./queries";

type State = (typeof states)[number];
const hues: Record<State, "green" | "blue" | "gray" | "red" | "amber"> = {
  sent: "green",
  queued: "blue",
  skipped: "gray",
  cancelled: "gray",
  failed: "red",
  unknown: "amber",
};
const hueOfState = (state: string) => hues[state as State] ?? "gray";

type Props = { state: State | undefined; onState: (state: State | undefined) => void; onReset: () => void };

/** What was sent, what was not, and why. */
export function Log({ state, onState, onReset }: Props) {
  const { t } = useTranslation("reminders");
  const peek = usePeek();
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    logQuery(state, undefined),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const columns = useMemo<Column<Line>[]>(
    () => [
      {
        id: "client",
        header: t("col.client"),
        cell: (line) => <span className="font-medium">{line.client_name}</span>,
        width: "minmax(140px, 1fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "rule",
        header: t("col.rule"),
        cell: (line) => (
          <span className="truncate">
            {line.rule} <span className="text-fg-3">{t("letterNo", { step: line.step })}</span>
          </span>
        ),
        width: "minmax(220px, 2fr)",
      },
      {
        id: "state",
        header: t("col.state"),
        cell: (line) => <Tag hue={hueOfState(line.state)}>{worded(`reminders:state.${line.state}`)}</Tag>,
        width: "140px",
        phone: "line",
      },
      {
        id: "reason",
        header: t("col.reason"),
        cell: (line) =>
          line.reason && <span className="truncate text-fg-2">{worded(`reminders:reason.${line.reason}`)}</span>,
        width: "minmax(180px, 1.4fr)",
        phone: "line",
      },
      {
        id: "at",
        header: t("col.at"),
        cell: (line) => <span className="tnum text-fg-2">{dateTime(line.finished_at ?? line.at)}</span>,
        width: "130px",
        phone: "end",
      },
    ],
    [t],
  );
  return (
    <>
      <FilterBar>
        {(["sent", "queued", "skipped", "cancelled", "failed"] as const).map((each) => (
          <Chip key={each} pressed={state === each} onClick={() => onState(state === each ? undefined : each)}>
            {t(`state.${each}`)}
          </Chip>
        ))}
      </FilterBar>
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows />
      ) : rows.length === 0 ? (
        state ? (
          <NoResults onReset={onReset} />
        ) : (
          <EmptyState icon={MailCheck} title={t("logEmpty")} hint={t("logEmptyHint")} />
        )
      ) : (
        <DataTable
          label={t("tab.log")}
          columns={columns}
          rows={rows}
          rowId={(line) => String(line.id)}
          onOpen={(line) => peek.open(line.client_id)}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loadingMore={isFetchingNextPage}
        />
      )}
    </>
  );
}
