import { money, useTranslation } from "@orbita/i18n";
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
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Eye, EyeOff, Pencil, Plus, Tags, Trash2 } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { ranked } from "@/lib/rank";
import { idOr, oneOf, text, useSearchState } from "@/lib/search-state";
import { type Tariff, tariffsQuery, useDeleteTariff, useMoveTariff, useSwitchTariff } from "./queries";

const search = {
  q: text(),
  state: oneOf(["all", "on", "off"]),
  /** The tariff in the drawer: its id, or "new". */
  open: idOr("new"),
};

// The form comes when it is opened: a list is read far more often than it is changed.
const TariffDrawer = lazy(() => import("./TariffDrawer"));

const none: Tariff[] = [];
const idOf = (tariff: Tariff) => String(tariff.id);

export function TariffsPage() {
  const { t } = useTranslation("tariffs");
  const [{ q, state, open }, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending } = useQuery(tariffsQuery);
  const mayChange = useMe().role === "admin";
  const all = data?.items ?? none;
  const rows = useMemo(
    () =>
      ranked(
        all.filter((tariff) => state === "all" || tariff.active === (state === "on")),
        q,
        (tariff) => tariff.title,
      ),
    [all, q, state],
  );
  const columns = useColumnsOfTariffs();
  const [doomed, setDoomed] = useState<Tariff>();
  useHotkey("C", t("new"), () => set({ open: "new" }), { enabled: mayChange });

  const on = all.filter((tariff) => tariff.active).length;
  const add = (
    <Button variant="primary" onClick={() => set({ open: "new" })}>
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} count={data && all.length} actions={mayChange && all.length > 0 && add} />
      {all.length > 0 && (
        <FilterBar>
          <SearchInput value={q} onChange={(next) => set({ q: next })} />
          <Chip pressed={state === "on"} count={on} onClick={() => set({ state: state === "on" ? "all" : "on" })}>
            {t("onSale")}
          </Chip>
          <Chip
            pressed={state === "off"}
            count={all.length - on}
            onClick={() => set({ state: state === "off" ? "all" : "off" })}
          >
            {t("offSale")}
          </Chip>
        </FilterBar>
      )}
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={5} />
      ) : all.length === 0 ? (
        <EmptyState icon={Tags} title={t("empty")} hint={t("emptyHint")} action={mayChange && add} />
      ) : rows.length === 0 ? (
        <NoResults onReset={reset} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={rows}
          rowId={idOf}
          openId={String(open)}
          onOpen={(tariff) => set({ open: tariff.id }, { replace: false })}
          rowClass={(tariff) => (tariff.active ? undefined : "text-fg-3")}
          menu={
            mayChange
              ? (tariff) => (
                  <TariffMenu
                    tariff={tariff}
                    list={all}
                    // Neighbours by the filter are no neighbours on the site.
                    ordered={q === "" && state === "all"}
                    onEdit={() => set({ open: tariff.id })}
                    onDelete={() => setDoomed(tariff)}
                  />
                )
              : undefined
          }
        />
      )}
      {data && open !== undefined && (
        <Suspense>
          <TariffDrawer
            key={String(open)}
            tariff={open === "new" ? undefined : all.find((tariff) => tariff.id === open)}
            isNew={open === "new"}
            readOnly={!mayChange}
            lastPosition={Math.max(0, ...all.map((tariff) => tariff.position))}
            onClose={() => set({ open: undefined })}
          />
        </Suspense>
      )}
      <DeleteQuestion tariff={doomed} onDone={() => setDoomed(undefined)} />
    </>
  );
}

function useColumnsOfTariffs(): Column<Tariff>[] {
  const { t } = useTranslation("tariffs");
  return useMemo(
    () => [
      {
        id: "title",
        header: t("col.name"),
        cell: (tariff) => <span className="font-medium">{tariff.title}</span>,
        width: "minmax(180px, 2fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "price",
        header: t("col.price"),
        cell: (tariff) => money(tariff.price),
        align: "end",
        width: "110px",
        phone: "end",
      },
      {
        id: "months",
        header: t("col.term"),
        cell: (tariff) => (tariff.months ? t("monthsCount", { count: tariff.months }) : null),
        width: "110px",
        phone: "line",
      },
      {
        id: "weeks",
        header: t("col.weeks"),
        cell: (tariff) => (tariff.programme_weeks ? t("weeksCount", { count: tariff.programme_weeks }) : t("noPaid")),
        width: "minmax(120px, 1fr)",
        phone: "line",
      },
      {
        id: "contains",
        header: t("col.contains"),
        cell: (tariff) => (tariff.contains.length ? t("items", { count: tariff.contains.length }) : "—"),
        width: "110px",
      },
      {
        id: "state",
        header: t("col.state"),
        cell: (tariff) => (
          <Tag hue={tariff.active ? "green" : "gray"}>{tariff.active ? t("onSale") : t("offSale")}</Tag>
        ),
        width: "150px",
        phone: "line",
      },
    ],
    [t],
  );
}

type MenuProps = {
  tariff: Tariff;
  list: Tariff[];
  ordered: boolean;
  onEdit: () => void;
  onDelete: () => void;
};

function TariffMenu({ tariff, list, ordered, onEdit, onDelete }: MenuProps) {
  const { t } = useTranslation("tariffs");
  const { t: c } = useTranslation("common");
  const onOff = useSwitchTariff();
  const move = useMoveTariff();
  const from = list.findIndex((each) => each.id === tariff.id);
  return (
    <MoreMenu label={`${c("menu")}: ${tariff.title}`}>
      <MenuItem onClick={onEdit}>
        <Pencil aria-hidden />
        {c("edit")}
      </MenuItem>
      <MenuItem onClick={() => onOff.mutate(tariff)}>
        {tariff.active ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        {tariff.active ? t("takeOff") : t("putOn")}
      </MenuItem>
      <MenuSep />
      <MenuItem
        disabled={!ordered || from === 0 || move.isPending}
        onClick={() => move.mutate({ list, from, to: from - 1 })}
      >
        <ArrowUp aria-hidden />
        {t("moveUp")}
      </MenuItem>
      <MenuItem
        disabled={!ordered || from === list.length - 1 || move.isPending}
        onClick={() => move.mutate({ list, from, to: from + 1 })}
      >
        <ArrowDown aria-hidden />
        {t("moveDown")}
      </MenuItem>
      <MenuSep />
      <MenuItem danger onClick={onDelete}>
        <Trash2 aria-hidden />
        {t("delete")}
      </MenuItem>
    </MoreMenu>
  );
}

function DeleteQuestion({ tariff, onDone }: { tariff: Tariff | undefined; onDone: () => void }) {
  const { t } = useTranslation("tariffs");
  const remove = useDeleteTariff();
  return (
    <AlertDialog
      open={tariff !== undefined}
      onOpenChange={(open) => !open && onDone()}
      title={t("deleteTitle", { name: tariff?.title ?? "" })}
      description={t("deleteDetail")}
      confirm={t("delete")}
      busy={remove.isPending}
      onConfirm={() =>
        tariff &&
        remove.mutate(tariff.id, {
          onSuccess: () => toast.done({ title: t("deleted", { name: tariff.title }) }),
          onSettled: onDone,
        })
      }
    />
  );
}
