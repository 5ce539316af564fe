import { money, phone, useTranslation } from "@orbita/i18n";
import { Button, Callout, Dialog, Property, PropertyGroup, RadioGroup, SkeletonRows, toast } from "@orbita/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { clientsKey, mergeQuery, type Pair, undoMerge, useMerge } from "./queries";
import { useCodes } from "./words";

/** Which card stays, and what it will be: the server's dry run, before anything is done. */
export default function MergeDialog({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const { t } = useTranslation("clients");
  const codes = useCodes();
  const client = useQueryClient();
  const [stays, setStays] = useState<"client" | "other">("client");
  const two =
    stays === "client"
      ? { standing: pair.client.id, other: pair.other.id }
      : { standing: pair.other.id, other: pair.client.id };
  const { data, error } = useQuery(mergeQuery(two));
  const merge = useMerge();
  const side = (who: "client" | "other") => ({
    value: who,
    label: pair[who].name,
    hint: [...pair[who].phones.map(phone), ...pair[who].emails].join(", "),
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("duplicates.mergeTitle")}
      description={t("duplicates.mergeHint")}
      footer={
        <Button
          size="md"
          variant="primary"
          disabled={!data}
          busy={merge.isPending}
          onClick={() =>
            merge.mutate(two, {
              onSuccess: (done) => {
                onClose();
                toast.undo({ title: t("duplicates.merged", { name: done.card?.name ?? "" }) }, () => {
                  if (done.id != null && done.standing !== undefined) {
                    undoMerge(done.standing, done.id).then(
                      () => client.invalidateQueries({ queryKey: clientsKey }),
                      (refusal: unknown) => toast.failed({ title: wordsOf(refusal) }),
                    );
                  }
                });
              },
            })
          }
        >
          {t("duplicates.merge")}
        </Button>
      }
    >
      <RadioGroup
        label={t("duplicates.stays")}
        value={stays}
        onChange={setStays}
        options={[side("client"), side("other")]}
      />
      <div className="mt-4 min-h-40">
        {error ? (
          <Callout tone="danger">{wordsOf(error)}</Callout>
        ) : data?.card ? (
          <PropertyGroup title={t("duplicates.will")}>
            <Property label={t("name")}>{data.card.name}</Property>
            <Property label={t("fields.phones")}>{data.card.phones.map(phone).join(", ") || "—"}</Property>
            <Property label={t("fields.emails")}>{data.card.emails.join(", ") || "—"}</Property>
            <Property label={t("col.tags")}>{data.card.tags.join(", ") || "—"}</Property>
            <Property label={t("col.paid")}>{money(data.card.paid_total)}</Property>
            {(data.filled?.length ?? 0) > 0 && (
              <Property label={t("duplicates.filled")}>{data.filled?.map(codes.field).join(", ")}</Property>
            )}
          </PropertyGroup>
        ) : (
          <SkeletonRows rows={4} />
        )}
      </div>
    </Dialog>
  );
}
