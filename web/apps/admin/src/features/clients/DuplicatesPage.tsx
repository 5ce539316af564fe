import { date, money, phone, useTranslation } from "@orbita/i18n";
import {
  Avatar,
  Button,
  buttonClass,
  EmptyState,
  ErrorBox,
  PageBody,
  PageHeader,
  SkeletonRows,
  Tag,
  toast,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Copy, Merge, ScanSearch } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { usePeek } from "@/app/peek";
import { useMe } from "@/app/session";
import { type Client, type Pair, pairsQuery, useScan, useTwoPeople } from "./queries";
import { useCodes } from "./words";

const MergeDialog = lazy(() => import("./MergeDialog"));

/** Pairs of cards that may be one person: people decide. */
export function DuplicatesPage() {
  const { t } = useTranslation("clients");
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(pairsQuery);
  const pairs = data?.pages.flatMap((page) => page.items) ?? [];
  const { role } = useMe();
  const may = role === "admin" || role === "manager";
  const scan = useScan();
  const [merging, setMerging] = useState<Pair>();
  return (
    <>
      <PageHeader
        title={t("duplicates.title")}
        parents={[{ to: "/clients", label: t("title") }]}
        actions={
          <>
            <Link to="/clients/merges" className={buttonClass({ variant: "ghost" })}>
              {t("merges.title")}
            </Link>
            {may && (
              <Button
                busy={scan.isPending}
                onClick={() =>
                  scan.mutate(undefined, { onSuccess: () => toast.done({ title: t("duplicates.scanned") }) })
                }
              >
                <ScanSearch aria-hidden />
                {t("duplicates.scan")}
              </Button>
            )}
          </>
        }
      />
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={6} />
      ) : pairs.length === 0 ? (
        <EmptyState icon={Copy} title={t("duplicates.empty")} hint={t("duplicates.hint")} />
      ) : (
        <PageBody>
          <p className="mb-4 max-w-prose text-fg-3">{t("duplicates.hint")}</p>
          <ul className="flex max-w-5xl flex-col gap-3">
            {pairs.map((pair) => (
              <PairRow
                key={`${pair.client.id}-${pair.other.id}`}
                pair={pair}
                may={may}
                onMerge={() => setMerging(pair)}
              />
            ))}
          </ul>
          {hasNextPage && (
            <Button className="mt-4" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t("duplicates.more")}
            </Button>
          )}
        </PageBody>
      )}
      {merging && (
        <Suspense>
          <MergeDialog pair={merging} onClose={() => setMerging(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function PairRow({ pair, may, onMerge }: { pair: Pair; may: boolean; onMerge: () => void }) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const two = useTwoPeople();
  return (
    <li className="rounded-lg p-4 shadow-[inset_0_0_0_1px_var(--line)]">
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        <Side client={pair.client} />
        <Side client={pair.other} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-3">
        {pair.reasons.map((reason) => (
          <Tag key={reason} hue="amber">
            {codes.why(reason)}
          </Tag>
        ))}
        <span className="flex-1" />
        {may && (
          <>
            <Button
              variant="ghost"
              busy={two.isPending}
              onClick={() =>
                two.mutate(
                  { standing: pair.client.id, other: pair.other.id },
                  { onSuccess: () => toast.done({ title: t("duplicates.apart") }) },
                )
              }
            >
              {t("duplicates.two")}
            </Button>
            <Button onClick={onMerge}>
              <Merge aria-hidden />
              {t("duplicates.merge")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function Side({ client }: { client: Client }) {
  const { t } = useTranslation("clients");
  const peek = usePeek();
  const known = [
    ...client.phones.map(phone),
    ...client.emails,
    client.telegram_username && `@${client.telegram_username}`,
  ];
  return (
    <div className="flex min-w-0 gap-3">
      <Avatar name={client.name} size={32} />
      <div className="min-w-0">
        <button
          type="button"
          className="hit max-w-full truncate rounded text-left font-medium hover:underline"
          onClick={() => peek.open(client.id)}
        >
          {client.name}
        </button>
        <p className="truncate text-fg-2">{known.filter(Boolean).join(" · ") || t("duplicates.noContacts")}</p>
        <p className="truncate text-xs text-fg-3">
          {[client.stage?.name, money(client.paid_total), t("duplicates.since", { date: date(client.created_at) })]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </div>
  );
}
