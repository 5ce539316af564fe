import { ApiError } from "@orbita/api";
import { date, useTranslation } from "@orbita/i18n";
import {
  AlertDialog,
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorBox,
  PageHeader,
  SkeletonRows,
  toast,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { RotateCcw, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { wordsOf } from "@/app/queries";
import { trashQuery, useRestore } from "./queries";

type Deleted = { client: { id: number; name: string; phones: string[] }; deleted_at: string; purge_at: string };
const idOf = ({ client }: Deleted) => String(client.id);

/** Deleted clients, until they are erased. */
export function TrashPage() {
  const { t } = useTranslation("clients");
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(trashQuery);
  const rows = useMemo<Deleted[]>(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const restore = useRestore();
  const [clash, setClash] = useState<Deleted>();
  const back = (row: Deleted, unverified: boolean) =>
    restore.mutate(
      { id: row.client.id, unverified },
      {
        onSuccess: () => {
          setClash(undefined);
          toast.done({ title: t("trash.restored", { name: row.client.name }) });
        },
        onError: (refusal) => {
          if (!unverified && refusal instanceof ApiError && refusal.status === 409) {
            setClash(row);
          } else {
            toast.failed({ title: wordsOf(refusal) });
          }
        },
      },
    );
  const columns = useMemo<Column<Deleted>[]>(
    () => [
      {
        id: "name",
        header: t("col.name"),
        cell: ({ client }) => <span className="font-medium">{client.name}</span>,
        width: "minmax(180px, 1fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "deleted",
        header: t("trash.deleted"),
        cell: ({ deleted_at }) => <span className="tnum text-fg-2">{date(deleted_at)}</span>,
        width: "160px",
      },
      {
        id: "purge",
        header: t("trash.purge"),
        cell: ({ purge_at }) => <span className="tnum text-fg-2">{t("trash.until", { date: date(purge_at) })}</span>,
        width: "200px",
        phone: "line",
      },
    ],
    [t],
  );
  return (
    <>
      <PageHeader title={t("trash.title")} parents={[{ to: "/clients", label: t("title") }]} />
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={6} />
      ) : rows.length === 0 ? (
        <EmptyState icon={Trash2} title={t("trash.empty")} hint={t("trash.hint")} />
      ) : (
        <DataTable
          label={t("trash.title")}
          columns={columns}
          rows={rows}
          rowId={idOf}
          menu={(row) => (
            <Button
              variant="ghost"
              className="-ml-24"
              aria-label={t("trash.restoreOne", { name: row.client.name })}
              disabled={restore.isPending}
              onClick={() => back(row, false)}
            >
              <RotateCcw aria-hidden />
              {t("trash.restore")}
            </Button>
          )}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loadingMore={isFetchingNextPage}
        />
      )}
      <AlertDialog
        open={clash !== undefined}
        onOpenChange={(open) => !open && setClash(undefined)}
        title={t("trash.clashTitle", { name: clash?.client.name ?? "" })}
        description={t("trash.clash")}
        confirm={t("trash.restoreAnyway")}
        danger={false}
        busy={restore.isPending}
        onConfirm={() => clash && back(clash, true)}
      />
    </>
  );
}
