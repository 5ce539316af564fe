import { date, money, useTranslation } from "@orbita/i18n";
import {
  AlertDialog,
  Button,
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorBox,
  FilterBar,
  MenuItem,
  MenuSep,
  MoreMenu,
  NoResults,
  PageHeader,
  SearchInput,
  SkeletonRows,
  Tag,
  toast,
} from "@orbita/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Pause, Pencil, Play, Plus, TicketPercent, Trash2 } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { ranked } from "@/lib/rank";
import { idOr, oneOf, text, useSearchState } from "@/lib/search-state";
import { lastMoment } from "./days";
import { type Promo, promosQuery, type Standing, standingOf, useDeletePromo, useSwitchPromo } from "./queries";

const search = {
  q: text(),
  state: oneOf(["all", "works", "over"]),
  /** The code in the drawer: its id, or "new". */
  open: idOr("new"),
};

const PromoDrawer = lazy(() => import("./PromoDrawer"));

const none: Promo[] = [];
const idOf = (promo: Promo) => String(promo.id);
const hues = {
  works: "green",
  planned: "blue",
  stopped: "gray",
  ended: "gray",
  spent: "amber",
} as const satisfies Record<Standing, string>;
const works = (promo: Promo) => ["works", "planned"].includes(standingOf(promo));

export function PromoCodesPage() {
  const { t } = useTranslation("promocodes");
  const [{ q, state, open }, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(promosQuery);
  const mayChange = useMe().role === "admin";
  const all = useMemo(() => data?.pages.flatMap((page) => page.items) ?? none, [data]);
  const rows = useMemo(
    () =>
      ranked(
        all.filter((promo) => state === "all" || works(promo) === (state === "works")),
        q,
        (promo) => promo.code,
      ),
    [all, q, state],
  );
  const columns = useColumnsOfPromos();
  const [doomed, setDoomed] = useState<Promo>();
  useHotkey("C", t("new"), () => set({ open: "new" }), { enabled: mayChange });

  const alive = all.filter(works).length;
  const add = (
    <Button variant="primary" onClick={() => set({ open: "new" })}>
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={mayChange && all.length > 0 && add} />
      {all.length > 0 && (
        <FilterBar>
          <SearchInput value={q} onChange={(next) => set({ q: next })} />
          {(["works", "over"] as const).map((each) => (
            <Chip
              key={each}
              pressed={state === each}
              count={hasNextPage ? undefined : each === "works" ? alive : all.length - alive}
              onClick={() => set({ state: state === each ? "all" : each })}
            >
              {t(`chip.${each}`)}
            </Chip>
          ))}
        </FilterBar>
      )}
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={5} />
      ) : all.length === 0 ? (
        <EmptyState icon={TicketPercent} title={t("empty")} hint={t("emptyHint")} action={mayChange && add} />
      ) : rows.length === 0 ? (
        <NoResults onReset={reset} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={rows}
          rowId={idOf}
          openId={String(open)}
          onOpen={(promo) => set({ open: promo.id }, { replace: false })}
          rowClass={(promo) => (works(promo) ? undefined : "text-fg-3")}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loadingMore={isFetchingNextPage}
          menu={
            mayChange
              ? (promo) => (
                  <PromoMenu promo={promo} onEdit={() => set({ open: promo.id })} onDelete={() => setDoomed(promo)} />
                )
              : undefined
          }
        />
      )}
      {open !== undefined && (
        <Suspense>
          <PromoDrawer key={String(open)} id={open} readOnly={!mayChange} onClose={() => set({ open: undefined })} />
        </Suspense>
      )}
      <DeleteQuestion promo={doomed} onDone={() => setDoomed(undefined)} />
    </>
  );
}

function useColumnsOfPromos(): Column<Promo>[] {
  const { t } = useTranslation("promocodes");
  return useMemo(
    () => [
      {
        id: "code",
        header: t("col.code"),
        cell: (promo) => <span className="font-medium">{promo.code}</span>,
        width: "minmax(140px, 1fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "discount",
        header: t("col.discount"),
        cell: (promo) => (promo.percent === null ? `−${money(promo.amount)}` : `−${promo.percent} %`),
        align: "end",
        width: "100px",
        phone: "end",
      },
      {
        id: "state",
        header: t("col.state"),
        cell: (promo) => <Tag hue={hues[standingOf(promo)]}>{t(`state.${standingOf(promo)}`)}</Tag>,
        width: "140px",
        phone: "line",
      },
      {
        id: "used",
        header: t("col.used"),
        cell: (promo) => (
          <span className="tnum">
            {promo.max_uses === null ? promo.used : t("usedOf", { used: promo.used, max: promo.max_uses })}
            {promo.reserved > 0 && <span className="text-fg-3"> {t("reserved", { count: promo.reserved })}</span>}
          </span>
        ),
        width: "minmax(130px, 1fr)",
      },
      {
        id: "dates",
        header: t("col.dates"),
        cell: (promo) => <span className="tnum text-fg-2">{termOf(promo, t("always"), t("since"), t("until"))}</span>,
        width: "minmax(140px, 1fr)",
        phone: "line",
      },
      {
        id: "limits",
        header: t("col.limits"),
        cell: (promo) => (
          <span className="truncate text-fg-2">
            {[
              promo.first_purchase_only && t("firstShort"),
              promo.tariff_ids.length > 0 && t("tariffsShort", { count: promo.tariff_ids.length }),
              promo.max_uses_per_client !== null && t("perClientShort", { count: promo.max_uses_per_client }),
            ]
              .filter(Boolean)
              .join(" · ") || "—"}
          </span>
        ),
        width: "minmax(180px, 1.6fr)",
      },
    ],
    [t],
  );
}

function termOf({ valid_from: from, valid_to: to }: Promo, always: string, since: string, until: string): string {
  if (from === null && to === null) {
    return always;
  }
  const end = to === null ? "" : date(lastMoment(to));
  return from === null ? `${until} ${end}` : to === null ? `${since} ${date(from)}` : `${date(from)} – ${end}`;
}

function PromoMenu({ promo, onEdit, onDelete }: { promo: Promo; onEdit: () => void; onDelete: () => void }) {
  const { t } = useTranslation("promocodes");
  const { t: c } = useTranslation("common");
  const onOff = useSwitchPromo();
  return (
    <MoreMenu label={`${c("menu")}: ${promo.code}`}>
      <MenuItem onClick={onEdit}>
        <Pencil aria-hidden />
        {c("edit")}
      </MenuItem>
      <MenuItem onClick={() => onOff.mutate(promo)}>
        {promo.active ? <Pause aria-hidden /> : <Play aria-hidden />}
        {promo.active ? t("stop") : t("resume")}
      </MenuItem>
      {promo.used === 0 && promo.reserved === 0 && (
        <>
          <MenuSep />
          <MenuItem danger onClick={onDelete}>
            <Trash2 aria-hidden />
            {c("delete")}
          </MenuItem>
        </>
      )}
    </MoreMenu>
  );
}

function DeleteQuestion({ promo, onDone }: { promo: Promo | undefined; onDone: () => void }) {
  const { t } = useTranslation("promocodes");
  const { t: c } = useTranslation("common");
  const remove = useDeletePromo();
  return (
    <AlertDialog
      open={promo !== undefined}
      onOpenChange={(open) => !open && onDone()}
      title={t("deleteTitle", { code: promo?.code ?? "" })}
      description={t("deleteDetail")}
      confirm={c("delete")}
      busy={remove.isPending}
      onConfirm={() =>
        promo &&
        remove.mutate(promo.id, {
          onSuccess: () => toast.done({ title: t("deleted", { code: promo.code }) }),
          onSettled: onDone,
        })
      }
    />
  );
}
