import { useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Dialog, IconButton, Input, Menu, MenuItem, StageGlyph, toast } from "@orbita/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowRight, Tag, UserRound, X } from "lucide-react";
import { useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { wordsOf } from "@/app/queries";
import { useMe } from "@/app/session";
import { staffQuery } from "@/lib/staff";
import { kindOf } from "./board";
import { useBoard } from "./context";
import { undoBulk, useBulk } from "./queries";

/** What can be done to all that are selected, with a way back. */
export default function SelectionBar({ selected, onClear }: { selected: ReadonlySet<number>; onClear: () => void }) {
  const { t } = useTranslation("pipeline");
  const { t: c } = useTranslation("common");
  const { stages, filled } = useBoard();
  const { role } = useMe();
  const may = role === "admin" || role === "manager";
  const people = useQuery(staffQuery).data?.filter(({ active }) => active) ?? [];
  const client = useQueryClient();
  const bulk = useBulk();
  const [tag, setTag] = useState("");
  const [tagging, setTagging] = useState(false);
  useHotkey("Escape", c("clear"), onClear);
  const run = (deed: Parameters<typeof bulk.mutate>[0], said: string) =>
    bulk.mutate(deed, {
      onSuccess: (work) => {
        onClear();
        const id = (work as { id?: number }).id;
        toast.undo({ title: said }, () => {
          if (id !== undefined) {
            undoBulk(id).then(
              () => client.invalidateQueries({ queryKey: ["pipeline"] }),
              (error: unknown) => toast.failed({ title: wordsOf(error) }),
            );
          }
        });
      },
    });
  const ids = [...selected];
  const count = ids.length;
  return (
    <div
      role="toolbar"
      aria-label={c("selected", { count })}
      className="absolute bottom-4 left-1/2 z-30 flex max-w-[calc(100%-1.5rem)] -translate-x-1/2 items-center gap-1 rounded-xl bg-raised p-1.5 shadow-pop"
    >
      <span className="tnum px-2 font-medium whitespace-nowrap">{c("selected", { count })}</span>
      {may ? (
        <>
          <Menu
            side="top"
            trigger={
              <button type="button" disabled={bulk.isPending} className={buttonClass({ variant: "ghost" })}>
                <ArrowRight aria-hidden />
                {t("move")}
              </button>
            }
          >
            {stages.map((stage) => (
              <MenuItem
                key={stage.id}
                onClick={() =>
                  run({ ids, deed: "move", stage_id: stage.id }, t("movedMany", { count, stage: stage.name }))
                }
              >
                <StageGlyph hue={stage.hue} filled={filled.get(stage.id) ?? 0} kind={kindOf(stage.role)} />
                {stage.name}
              </MenuItem>
            ))}
          </Menu>
          <Button variant="ghost" disabled={bulk.isPending} onClick={() => setTagging(true)}>
            <Tag aria-hidden />
            {t("tag")}
          </Button>
          {people.length > 0 && (
            <Menu
              side="top"
              trigger={
                <button type="button" disabled={bulk.isPending} className={buttonClass({ variant: "ghost" })}>
                  <UserRound aria-hidden />
                  {t("assign")}
                </button>
              }
            >
              {people.map(({ id, name }) => (
                <MenuItem
                  key={id}
                  onClick={() => run({ ids, deed: "assign", assigned_to: id }, t("assignedMany", { count, name }))}
                >
                  {name}
                </MenuItem>
              ))}
            </Menu>
          )}
        </>
      ) : (
        <span className="px-2 text-fg-3">{t("manyForbidden")}</span>
      )}
      <Dialog
        open={tagging}
        onOpenChange={setTagging}
        title={t("tagMany")}
        footer={
          <Button
            size="md"
            variant="primary"
            disabled={!tag.trim()}
            onClick={() => {
              setTagging(false);
              run({ ids, deed: "tag", tag: tag.trim() }, t("taggedMany", { count, tag: tag.trim() }));
            }}
          >
            {c("add")}
          </Button>
        }
      >
        <Input aria-label={t("tag")} maxLength={50} value={tag} onChange={(event) => setTag(event.target.value)} />
      </Dialog>
      <IconButton label={c("clear")} kbd="Esc" onClick={onClear}>
        <X />
      </IconButton>
    </div>
  );
}
