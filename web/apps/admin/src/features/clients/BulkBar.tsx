import { number, useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Dialog, IconButton, Input, Menu, MenuItem, toast } from "@orbita/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Archive, ArrowRight, Tag, Trash2, UserRound, X } from "lucide-react";
import { useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { wordsOf } from "@/app/queries";
import { useMe } from "@/app/session";
import type { Asked } from "./filters";
import { clientsKey, type Deed, type Stage, undoBulk, useBulk } from "./queries";

type Props = {
  selected: ReadonlySet<string>;
  filter: Asked;
  /** How many the filter finds, given when all that are loaded are selected. */
  total: number | undefined;
  archived: boolean;
  stages: readonly Stage[];
  people: readonly { id: number; name: string }[];
  onClear: () => void;
};

/** What can be done to all that are selected, with a way back. */
export default function BulkBar({ selected, filter, total, archived, stages, people, onClear }: Props) {
  const { t } = useTranslation("clients");
  const { t: c } = useTranslation("common");
  const { role } = useMe();
  const client = useQueryClient();
  const bulk = useBulk();
  const [all, setAll] = useState(false);
  const [tag, setTag] = useState("");
  const [tagging, setTagging] = useState(false);
  useHotkey("Escape", c("clear"), onClear);
  const whole = all && total !== undefined && total > selected.size;
  const count = whole ? total : selected.size;

  const run = (deed: Deed) =>
    bulk.mutate(
      { whom: whole ? { filter } : { ids: [...selected].map(Number) }, deed },
      {
        onSuccess: (work) => {
          onClear();
          const left = work.same + work.failed;
          const words = {
            title: t("bulk.done", { count: work.changed }),
            ...(left > 0 && { description: t("bulk.left", { count: left }) }),
          };
          if (work.changed === 0) {
            toast.done(words);
            return;
          }
          toast.undo(words, () => {
            undoBulk(work.id).then(
              () => client.invalidateQueries({ queryKey: clientsKey }),
              (error: unknown) => toast.failed({ title: wordsOf(error) }),
            );
          });
        },
      },
    );
  const verb = (icon: React.ReactNode, words: string) => (
    <button type="button" disabled={bulk.isPending} className={buttonClass({ variant: "ghost" })}>
      {icon}
      {words}
    </button>
  );
  return (
    <div
      role="toolbar"
      aria-label={c("selected", { count })}
      className="absolute bottom-4 left-1/2 z-30 flex max-w-[calc(100%-1.5rem)] -translate-x-1/2 items-center gap-1 overflow-x-auto rounded-xl bg-raised p-1.5 shadow-pop"
    >
      <span className="tnum px-2 font-medium whitespace-nowrap">{c("selected", { count })}</span>
      {!whole && total !== undefined && total > selected.size && (
        <Button variant="ghost" onClick={() => setAll(true)}>
          {t("bulk.all", { total: number(total) })}
        </Button>
      )}
      {role === "trainer" ? (
        <span className="px-2 text-fg-3">{t("bulk.forbidden")}</span>
      ) : (
        <>
          <Button variant="ghost" disabled={bulk.isPending} onClick={() => setTagging(true)}>
            <Tag aria-hidden />
            {t("tag")}
          </Button>
          <Menu side="top" trigger={verb(<ArrowRight aria-hidden />, t("col.stage"))}>
            {stages.map(({ id, name }) => (
              <MenuItem key={id} onClick={() => run({ deed: "move", stage_id: id })}>
                {name}
              </MenuItem>
            ))}
          </Menu>
          {people.length > 0 && (
            <Menu side="top" trigger={verb(<UserRound aria-hidden />, t("bulk.assign"))}>
              {people.map(({ id, name }) => (
                <MenuItem key={id} onClick={() => run({ deed: "assign", assigned_to: id })}>
                  {name}
                </MenuItem>
              ))}
            </Menu>
          )}
          <Button
            variant="ghost"
            disabled={bulk.isPending}
            onClick={() => run({ deed: archived ? "unarchive" : "archive" })}
          >
            <Archive aria-hidden />
            {t(archived ? "bulk.unarchive" : "bulk.archive")}
          </Button>
          <Button variant="ghost" disabled={bulk.isPending} onClick={() => run({ deed: "delete" })}>
            <Trash2 aria-hidden />
            {t("bulk.trash")}
          </Button>
        </>
      )}
      <IconButton label={c("clear")} kbd="Esc" onClick={onClear}>
        <X />
      </IconButton>
      <Dialog
        open={tagging}
        onOpenChange={setTagging}
        title={t("bulk.tagTitle", { count })}
        footer={
          <Button
            size="md"
            variant="primary"
            disabled={!tag.trim()}
            onClick={() => {
              setTagging(false);
              run({ deed: "tag", tag: tag.trim() });
            }}
          >
            {c("add")}
          </Button>
        }
      >
        <Input aria-label={t("tag")} maxLength={50} value={tag} onChange={(event) => setTag(event.target.value)} />
      </Dialog>
    </div>
  );
}
