import { api, openLink } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { AlertDialog, Callout, MenuItem, MenuSep, MoreMenu, toast } from "@orbita/ui";
import { Archive, ArchiveRestore, BellRing, CreditCard, Download, Eraser, Merge, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { queries, wordsOf } from "@/app/queries";
import { useMe } from "@/app/session";
import { restore, useArchive, useErase, useTrash } from "./deeds";
import type { Card } from "./queries";

const MergeDialog = lazy(() => import("./MergeDialog"));
const RemindersDrawer = lazy(() => import("./RemindersDrawer"));

type Asked = "trash" | "erase" | "merge" | "reminders";

/** The rarer deeds; what cannot be undone asks for the name. */
export default function MoreVerbs({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  const { t: c } = useTranslation("common");
  const navigate = useNavigate();
  const admin = useMe().role === "admin";
  const [asked, setAsked] = useState<Asked>();
  const archive = useArchive(card.id);
  const trash = useTrash(card.id);
  const erase = useErase(card.id);
  const done = () => setAsked(undefined);
  const away = () => {
    done();
    void navigate("/clients");
  };
  const put = (into: boolean) =>
    archive.mutate(into, {
      onSuccess: () => toast.undo({ title: t(into ? "archived" : "unarchived") }, () => archive.mutate(!into)),
    });
  return (
    <>
      <MoreMenu label={c("menu")}>
        <MenuItem onClick={() => void navigate(`/payments?new=1&for=${card.id}`)}>
          <CreditCard aria-hidden />
          {t("bill")}
        </MenuItem>
        <MenuItem onClick={() => setAsked("reminders")}>
          <BellRing aria-hidden />
          {t("reminders")}
        </MenuItem>
        <MenuItem onClick={() => setAsked("merge")}>
          <Merge aria-hidden />
          {t("merge")}
        </MenuItem>
        {admin && (
          <MenuItem
            onClick={() =>
              openLink(api.POST("/api/clients/{id}/export", { params: { path: { id: card.id } } })).catch(
                (error: unknown) => toast.failed({ title: wordsOf(error) }),
              )
            }
          >
            <Download aria-hidden />
            {t("exportPerson")}
          </MenuItem>
        )}
        <MenuItem onClick={() => put(!card.archived)}>
          {card.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {t(card.archived ? "unarchive" : "archive")}
        </MenuItem>
        <MenuSep />
        <MenuItem danger onClick={() => setAsked("trash")}>
          <Trash2 aria-hidden />
          {t("trash")}
        </MenuItem>
        {admin && (
          <MenuItem danger onClick={() => setAsked("erase")}>
            <Eraser aria-hidden />
            {t("erase")}
          </MenuItem>
        )}
      </MoreMenu>
      <AlertDialog
        open={asked === "trash"}
        onOpenChange={(open) => !open && done()}
        title={t("trashTitle", { name: card.name || t("nameless") })}
        description={t("trashDetail")}
        confirm={t("trashVerb")}
        busy={trash.isPending}
        onConfirm={() =>
          trash.mutate(undefined, {
            onSuccess: () => {
              away();
              toast.undo({ title: t("trashed") }, () => {
                restore(card.id).then(
                  () => queries.invalidateQueries(),
                  (error: unknown) => toast.failed({ title: wordsOf(error) }),
                );
              });
            },
          })
        }
      />
      <AlertDialog
        open={asked === "erase"}
        onOpenChange={(open) => !open && done()}
        title={t("eraseTitle")}
        description={t("eraseDetail")}
        confirm={t("eraseVerb")}
        word={card.name.trim() || t("eraseWord")}
        busy={erase.isPending}
        onConfirm={() =>
          erase.mutate(card.name.trim() || t("eraseWord"), {
            onSuccess: () => {
              toast.done({ title: t("erased") });
              away();
            },
          })
        }
      >
        {erase.error && <Callout tone="danger">{wordsOf(erase.error)}</Callout>}
      </AlertDialog>
      <Suspense>
        {asked === "merge" && <MergeDialog card={card} onClose={done} />}
        {asked === "reminders" && <RemindersDrawer id={card.id} onClose={done} />}
      </Suspense>
    </>
  );
}
