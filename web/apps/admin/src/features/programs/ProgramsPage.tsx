import { date, useTranslation } from "@orbita/i18n";
import {
  Avatar,
  Button,
  ButtonLink,
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorBox,
  FilterBar,
  NoResults,
  PageHeader,
  SkeletonRows,
  Tag,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Dumbbell, Library, Plus } from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { useNavigate } from "react-router";
import { useHotkey } from "@/app/hotkeys";
import { flag, id, maybe, useSearchState } from "@/lib/search-state";
import { StateTag } from "./look";
import { type Program, programsQuery } from "./queries";

const states = ["owed", "ready", "delivered", "undeliverable", "failed", "withdrawn"] as const;
const search = { paid: maybe(["free", "paid"] as const), state: maybe(states), of: id(), new: flag() };

const GenerateDrawer = lazy(() => import("./GenerateDrawer"));

const chips = ["ready", "delivered", "undeliverable", "failed"] as const;
const none: Program[] = [];
const idOf = (program: Program) => String(program.id);

export function ProgramsPage() {
  const { t } = useTranslation("programs");
  const navigate = useNavigate();
  const [at, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    programsQuery({ paid: at.paid, state: at.state, client: at.of }),
  );
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? none, [data]);
  const columns = useColumnsOfPrograms();
  useHotkey("C", t("new"), () => set({ new: true }));

  const filtered = at.paid !== undefined || at.state !== undefined || at.of !== undefined;
  const add = (
    <Button variant="primary" onClick={() => set({ new: true })}>
      <Plus aria-hidden />
      {t("make")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ButtonLink to="/programs/templates" variant="ghost">
              <Library aria-hidden />
              {t("templates")}
            </ButtonLink>
            {add}
          </>
        }
      />
      <FilterBar>
        {(["paid", "free"] as const).map((paid) => (
          <Chip
            key={paid}
            pressed={at.paid === paid}
            onClick={() => set({ paid: at.paid === paid ? undefined : paid })}
          >
            {t(`${paid}Many`)}
          </Chip>
        ))}
        <span aria-hidden className="h-4 w-px shrink-0 bg-line-2" />
        {chips.map((state) => (
          <Chip
            key={state}
            pressed={at.state === state}
            onClick={() => set({ state: at.state === state ? undefined : state })}
          >
            {t(`state.${state}`)}
          </Chip>
        ))}
      </FilterBar>
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={10} />
      ) : rows.length > 0 ? (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={rows}
          rowId={idOf}
          onOpen={(program) => navigate(`/programs/${program.id}`)}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loadingMore={isFetchingNextPage}
          rowClass={(program) => (program.state === "withdrawn" ? "text-fg-3" : undefined)}
        />
      ) : filtered ? (
        <NoResults onReset={reset} />
      ) : (
        <EmptyState icon={Dumbbell} title={t("empty")} hint={t("emptyHint")} action={add} />
      )}
      {at.new && (
        <Suspense>
          <GenerateDrawer onClose={() => set({ new: false })} onMade={(made) => navigate(`/programs/${made.id}`)} />
        </Suspense>
      )}
    </>
  );
}

function useColumnsOfPrograms(): Column<Program>[] {
  const { t } = useTranslation("programs");
  return useMemo(
    () => [
      {
        id: "client",
        header: t("col.client"),
        cell: ({ client }) => (
          <span className="flex min-w-0 items-center gap-2">
            <Avatar name={client.name} />
            <span className="truncate font-medium">{client.name}</span>
          </span>
        ),
        width: "minmax(160px, 2fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "weeks",
        header: t("col.weeks"),
        cell: ({ weeks }) => t("weeksCount", { count: weeks }),
        width: "110px",
        phone: "line",
      },
      {
        id: "goal",
        header: t("col.goal"),
        cell: ({ goal }) => <span className="truncate">{goal ?? "—"}</span>,
        width: "minmax(120px, 1fr)",
        phone: "line",
      },
      {
        id: "paid",
        header: t("col.type"),
        cell: ({ paid }) => t(paid ? "paid" : "free"),
        width: "120px",
      },
      {
        id: "state",
        header: t("col.state"),
        cell: ({ state, reserve }) => (
          <span className="flex items-center gap-1">
            <StateTag state={state} />
            {reserve && <Tag hue="amber">{t("reserve")}</Tag>}
          </span>
        ),
        width: "220px",
        phone: "end",
      },
      {
        id: "version",
        header: t("col.version"),
        cell: ({ version }) => (version > 0 ? version : "—"),
        align: "end",
        width: "80px",
      },
      {
        id: "updated",
        header: t("col.updated"),
        cell: (program) => date(program.made_at ?? program.created_at),
        align: "end",
        width: "110px",
      },
    ],
    [t],
  );
}
