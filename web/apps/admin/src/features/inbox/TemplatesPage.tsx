import { useTranslation } from "@orbita/i18n";
import {
  AlertDialog,
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorBox,
  FilterBar,
  Kbd,
  MenuItem,
  MenuSep,
  MoreMenu,
  NoResults,
  PageHeader,
  SearchInput,
  SkeletonRows,
  toast,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareText, Pencil, Plus, Trash2 } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { ranked } from "@/lib/rank";
import { idOr, text, useSearchState } from "@/lib/search-state";
import { type Template, templatesQuery, useDeleteTemplate } from "./queries";

const TemplateDrawer = lazy(() => import("./TemplateDrawer"));

const search = { q: text(), open: idOr("new") };
const none: Template[] = [];
const idOf = ({ id }: Template) => String(id);

/** Answers that are written once. Whoever answers uses them; administrators and managers write them. */
export function TemplatesPage() {
  const { t } = useTranslation("inbox");
  const { t: c } = useTranslation("common");
  const [{ q, open }, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending } = useQuery(templatesQuery);
  const { role } = useMe();
  const mayChange = role === "admin" || role === "manager";
  const all = data?.items ?? none;
  const rows = useMemo(
    () => ranked(all, q, ({ title, shortcut, text: said }) => `${title} ${shortcut ?? ""} ${said}`),
    [all, q],
  );
  const [doomed, setDoomed] = useState<Template>();
  const remove = useDeleteTemplate();
  useHotkey("C", t("newTemplate"), () => set({ open: "new" }), { enabled: mayChange });
  const columns = useMemo<Column<Template>[]>(
    () => [
      {
        id: "title",
        header: t("templateTitle"),
        cell: ({ title }) => <span className="font-medium">{title}</span>,
        width: "minmax(160px, 1fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "shortcut",
        header: t("shortcut"),
        cell: ({ shortcut }) => shortcut && <Kbd>/{shortcut}</Kbd>,
        width: "120px",
        phone: "end",
      },
      {
        id: "text",
        header: t("templateText"),
        cell: ({ text: said }) => <span className="truncate text-fg-2">{said}</span>,
        width: "minmax(240px, 3fr)",
        phone: "line",
      },
    ],
    [t],
  );
  const add = (
    <Button variant="primary" onClick={() => set({ open: "new" })}>
      <Plus aria-hidden />
      {t("newTemplate")}
    </Button>
  );
  return (
    <>
      <PageHeader
        parents={[{ to: "/inbox", label: t("title") }]}
        title={t("templates")}
        count={data && all.length}
        actions={mayChange && all.length > 0 && add}
      />
      {all.length > 0 && (
        <FilterBar>
          <SearchInput value={q} onChange={(next) => set({ q: next })} />
        </FilterBar>
      )}
      {error && !data ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={6} />
      ) : all.length === 0 ? (
        <EmptyState
          icon={MessageSquareText}
          title={t("noTemplates")}
          hint={t("noTemplatesHint")}
          action={mayChange && add}
        />
      ) : rows.length === 0 ? (
        <NoResults onReset={reset} />
      ) : (
        <DataTable
          label={t("templates")}
          columns={columns}
          rows={rows}
          rowId={idOf}
          openId={String(open)}
          onOpen={({ id }) => set({ open: id }, { replace: false })}
          menu={
            mayChange
              ? (template) => (
                  <MoreMenu label={`${c("menu")}: ${template.title}`}>
                    <MenuItem onClick={() => set({ open: template.id })}>
                      <Pencil aria-hidden />
                      {c("edit")}
                    </MenuItem>
                    <MenuSep />
                    <MenuItem danger onClick={() => setDoomed(template)}>
                      <Trash2 aria-hidden />
                      {c("delete")}
                    </MenuItem>
                  </MoreMenu>
                )
              : undefined
          }
        />
      )}
      {data && open !== undefined && (
        <Suspense>
          <TemplateDrawer
            key={String(open)}
            template={open === "new" ? undefined : all.find(({ id }) => id === open)}
            isNew={open === "new"}
            readOnly={!mayChange}
            onClose={() => set({ open: undefined })}
          />
        </Suspense>
      )}
      <AlertDialog
        open={doomed !== undefined}
        onOpenChange={(next) => !next && setDoomed(undefined)}
        title={t("deleteTemplate", { name: doomed?.title ?? "" })}
        description={t("deleteTemplateHint")}
        confirm={c("delete")}
        busy={remove.isPending}
        onConfirm={() =>
          doomed &&
          remove.mutate(doomed.id, {
            onSuccess: () => toast.done({ title: t("templateDeleted", { name: doomed.title }) }),
            onSettled: () => setDoomed(undefined),
          })
        }
      />
    </>
  );
}
