import { useTranslation } from "@orbita/i18n";
import { Button, type Column, cn, MenuItem, MoreMenu, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Save, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useMe } from "@/app/session";
import { askedOf, type Filter, filterOf, narrows, nothing, same } from "./filters";
import { type Client, useDeleteView, useSaveView, type View, viewsQuery } from "./queries";

const SaveViewDialog = lazy(() => import("./SaveViewDialog"));

type At = Filter & { sort: string; view: number | undefined };
type Props = {
  at: At;
  set: (patch: Partial<At>, put?: { replace?: boolean }) => void;
  columns: readonly Column<Client>[];
  hidden: ReadonlySet<string>;
  hide: (hidden: Set<string>) => void;
};

const STANDARD = "-created_at";

/** Saved filters as tabs; what differs from the open one is marked and can be saved. */
export function Views({ at, set, columns, hidden, hide }: Props) {
  const { t } = useTranslation("clients");
  const { t: c } = useTranslation("common");
  const me = useMe();
  const views = useQuery(viewsQuery).data ?? [];
  const save = useSaveView();
  const remove = useDeleteView();
  const [naming, setNaming] = useState(false);
  const open = views.find(({ id }) => id === at.view);
  const shown = columns.filter(({ id, fixed }) => fixed || !hidden.has(id)).map(({ id }) => id);
  const changed = open
    ? !same(askedOf(at), open.filter) ||
      (open.sort ?? STANDARD) !== at.sort ||
      (open.columns.length > 0 && [...open.columns].sort().join() !== [...shown].sort().join())
    : narrows(at);
  const mine = open !== undefined && (open.owner == null || open.owner === me.id || me.role === "admin");
  const draft = { filter: askedOf(at), columns: shown, sort: at.sort };

  const choose = (view: View | undefined) => {
    set(
      view
        ? { ...filterOf(view.filter), sort: view.sort ?? STANDARD, view: view.id }
        : { ...nothing, sort: STANDARD, view: undefined },
      { replace: false },
    );
    if (view && view.columns.length > 0) {
      hide(new Set(columns.filter(({ id, fixed }) => !fixed && !view.columns.includes(id)).map(({ id }) => id)));
    }
  };
  if (views.length === 0 && !changed) {
    return null;
  }
  return (
    <nav
      aria-label={t("views")}
      className="flex min-h-10 shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-3 [scrollbar-width:none]"
    >
      <Tab on={open === undefined} onClick={() => choose(undefined)}>
        {t("everybody")}
      </Tab>
      {views.map((view) => (
        <Tab key={view.id} on={view.id === open?.id} onClick={() => choose(view)}>
          {view.name}
          {view.id === open?.id && changed && (
            <span title={t("viewChanged")} className="size-1.5 rounded-full bg-accent">
              <span className="sr-only">{t("viewChanged")}</span>
            </span>
          )}
        </Tab>
      ))}
      {changed && (
        <span className="ml-2 flex shrink-0 gap-1">
          {mine && (
            <Button
              variant="ghost"
              busy={save.isPending}
              onClick={() =>
                save.mutate(
                  { view: open, draft: { ...draft, name: open.name, shared: open.shared } },
                  { onSuccess: () => toast.done({ title: c("saved") }) },
                )
              }
            >
              {c("save")}
            </Button>
          )}
          <Button variant="ghost" onClick={() => setNaming(true)}>
            <Save aria-hidden />
            {t("saveAs")}
          </Button>
        </span>
      )}
      {mine && (
        <MoreMenu label={t("viewMenu", { name: open.name })} className="shrink-0">
          <MenuItem danger onClick={() => remove.mutate(open.id, { onSuccess: () => choose(undefined) })}>
            <Trash2 aria-hidden />
            {t("viewDelete")}
          </MenuItem>
        </MoreMenu>
      )}
      {naming && (
        <Suspense>
          <SaveViewDialog draft={draft} onClose={() => setNaming(false)} onSaved={(view) => set({ view: view.id })} />
        </Suspense>
      )}
    </nav>
  );
}

function Tab({ on, onClick, children }: { on: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cn(
        "hit inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 font-medium whitespace-nowrap text-fg-3 hover:bg-hover touch:h-11",
        on && "bg-press text-fg",
      )}
    >
      {children}
    </button>
  );
}
