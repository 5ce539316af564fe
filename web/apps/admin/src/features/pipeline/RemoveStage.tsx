import { ApiError } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, Callout, Dialog, Field, Select, StageGlyph, toast } from "@orbita/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { fillings, kindOf } from "./board";
import { emptyStage, type Stage, useRemoveStage } from "./queries";

/** Asks first; where clients stand, asks where they go, moves them and removes the stage then. */
export default function RemoveStage({
  stage,
  stages,
  onClose,
}: {
  stage: Stage;
  stages: Stage[];
  onClose: () => void;
}) {
  const { t } = useTranslation("pipeline");
  const { t: c } = useTranslation("common");
  const client = useQueryClient();
  const remove = useRemoveStage();
  // How many stand there as we know it; the server may know better and refuses then.
  const [inUse, setInUse] = useState(stage.clients);
  const [to, setTo] = useState<string | null>(null);
  const [refused, setRefused] = useState<string>();
  const done = () => {
    toast.done({ title: t("stageRemoved", { name: stage.name }) });
    onClose();
  };
  const failed = (error: unknown) => {
    if (error instanceof ApiError && error.code === "pipeline.stage-in-use") {
      void client.invalidateQueries({ queryKey: ["pipeline"] });
      setInUse((known) => Math.max(1, known));
    }
    setRefused(wordsOf(error));
  };
  const clear = useMutation({
    mutationFn: async (target: number) => {
      await emptyStage(stage.id, target);
      await remove.mutateAsync(stage.id);
    },
    meta: { ownErrors: true },
    onSuccess: done,
    onError: failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["pipeline"] }),
  });
  const filled = fillings(stages);
  if (inUse === 0) {
    return (
      <AlertDialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t("removeStage", { name: stage.name })}
        description={t("removeStageDetail")}
        confirm={c("delete")}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(stage.id, { onSuccess: done, onError: failed })}
      >
        {refused && <Callout tone="danger">{refused}</Callout>}
      </AlertDialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("inUseTitle", { name: stage.name })}
      description={t("inUse", { count: inUse })}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button
            size="md"
            variant="primary"
            disabled={to === null}
            busy={clear.isPending}
            onClick={() => clear.mutate(Number(to))}
          >
            {t("moveAndRemove")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && <Callout tone="danger">{refused}</Callout>}
        <Field label={t("moveTarget")}>
          <Select
            value={to}
            onChange={setTo}
            placeholder={c("choose")}
            options={stages
              .filter(({ id }) => id !== stage.id)
              .map((each) => ({
                value: String(each.id),
                label: each.name,
                icon: <StageGlyph hue={each.hue} filled={filled.get(each.id) ?? 0} kind={kindOf(each.role)} />,
              }))}
          />
        </Field>
      </div>
    </Dialog>
  );
}
