import { date, phone, useTranslation } from "@orbita/i18n";
import { Button, Callout, Combobox, Dialog, ErrorBox, Field, Late, Skeleton, Tag, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { wordsOf } from "@/app/queries";
import { mergeCards, sayMerged, useMerge, useUnmerge } from "./deeds";
import { type Card, foundQuery, mergesQuery } from "./queries";
import { useWords } from "./words";

type Other = { client_id: number; name: string };
type Props = { card: Card; other?: Other | undefined; onClose: () => void };

/** Makes one card of two: first shows what will come of it, then does it, and offers the way back. */
export default function MergeDialog({ card, other, onClose }: Props) {
  const { t } = useTranslation("client");
  const { t: c } = useTranslation("common");
  const merge = useMerge(card.id);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(other ? String(other.client_id) : null);
  const found = useQuery(foundQuery(useDeferredValue(typed)));
  const options = [
    ...(other ? [{ value: String(other.client_id), label: other.name || t("nameless"), hint: "" }] : []),
    ...(found.data ?? [])
      .filter(({ id }) => id !== card.id && id !== other?.client_id)
      .map((each) => ({
        value: String(each.id),
        label: each.name || t("nameless"),
        hint: each.phones[0] ? phone(each.phones[0]) : (each.emails[0] ?? each.stage?.name ?? ""),
      })),
  ];
  const name = options.find(({ value }) => value === chosen)?.label ?? "";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("mergeTitle")}
      description={t("mergeHint")}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button
            size="md"
            variant="primary"
            busy={merge.isPending}
            disabled={!chosen}
            onClick={() =>
              merge.mutate(
                { other: Number(chosen), dry: false },
                {
                  onSuccess: ({ id, standing }) => {
                    onClose();
                    if (id) {
                      sayMerged({ id, standing }, name);
                    }
                  },
                },
              )
            }
          >
            {t("mergeVerb")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {merge.error && <Callout tone="danger">{wordsOf(merge.error)}</Callout>}
        <Field label={t("mergeWith")}>
          <Combobox
            value={chosen}
            onChange={setChosen}
            onSearch={setTyped}
            placeholder={t("mergeFind")}
            loading={found.isFetching}
            options={options}
          />
        </Field>
        {chosen && <Foretold id={card.id} other={Number(chosen)} />}
        <Past id={card.id} />
      </div>
    </Dialog>
  );
}

function Foretold({ id, other }: { id: number; other: number }) {
  const { t } = useTranslation("client");
  const words = useWords();
  const { data, error } = useQuery({
    queryKey: ["client", "foretold", id, other],
    queryFn: () => mergeCards(id, { other, dry: true }),
    staleTime: 0,
  });
  if (error) {
    return <ErrorBox error={error} className="m-0" />;
  }
  if (!data) {
    return (
      <Late>
        <Skeleton className="h-20" />
      </Late>
    );
  }
  const { filled, replaced, card } = data;
  const tags = (fields: readonly string[]) => (
    <span className="flex flex-wrap gap-1">
      {fields.map((each) => (
        <Tag key={each}>{words.field(each)}</Tag>
      ))}
    </span>
  );
  return (
    <section className="rounded-lg bg-sunken px-3 py-2.5">
      <h3 className="text-xs text-fg-3">{t("mergeWill")}</h3>
      <p className="font-medium">{card.name || t("nameless")}</p>
      <p className="text-fg-2">
        {[...card.phones.map((each) => phone(each)), ...card.emails, card.stage?.name].filter(Boolean).join(" · ")}
      </p>
      <div className="mt-2 flex flex-col gap-1.5 text-fg-3">
        {filled.length === 0 && replaced.length === 0 && t("mergeKept")}
        {filled.length > 0 && (
          <div>
            {t("mergeFilled")}: {tags(filled)}
          </div>
        )}
        {replaced.length > 0 && (
          <div>
            {t("mergeReplaced")}: {tags(replaced)}
          </div>
        )}
      </div>
    </section>
  );
}

/** Former merges, which can be taken back here too. */
function Past({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const merges = useQuery(mergesQuery(id)).data ?? [];
  const undo = useUnmerge();
  if (merges.length === 0) {
    return null;
  }
  return (
    <section>
      <h3 className="mb-1 text-xs font-medium text-fg-3">{t("merges")}</h3>
      <ul>
        {merges.map((each) => (
          <li key={each.id} className="flex min-h-9 items-center gap-2">
            <span className="min-w-0 flex-1">
              № {each.merged} → № {each.standing}
              <span className="ml-2 text-xs text-fg-3">{t("mergedOn", { date: date(each.at) })}</span>
            </span>
            {each.undone_at ? (
              <span className="text-xs text-fg-3">{t("mergeUndone")}</span>
            ) : (
              <Button
                busy={undo.isPending}
                onClick={() => undo.mutate(each, { onSuccess: () => toast.done({ title: t("unmerged") }) })}
              >
                {t("unmerge")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
