import { date, money, useTranslation } from "@orbita/i18n";
import { Button, Dialog, ErrorBox, IconButton, toast } from "@orbita/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/app/session";
import { QuickForm, textOf } from "@/lib/quick-form";
import type { Period } from "./period";
import { addSpend, analyticsKey, removeSpend, spendQuery } from "./queries";

/** What was spent to be found: without it the price of a client is not known. */
export default function SpendPart({ period }: { period: Period }) {
  const { t } = useTranslation("analytics");
  const client = useQueryClient();
  const me = useMe();
  const spend = useQuery(spendQuery);
  const [adding, setAdding] = useState(false);
  const mayChange = me.role === "admin" || me.role === "manager";
  const fresh = () => client.invalidateQueries({ queryKey: analyticsKey });
  const remove = useMutation({ mutationFn: removeSpend, onSettled: fresh });
  return (
    <section className="mt-6" aria-labelledby="spend">
      <div className="flex items-center gap-2 pb-2">
        <h2 id="spend" className="flex-1 text-base font-semibold">
          {t("spend.title")}
        </h2>
        {mayChange && (
          <Button onClick={() => setAdding(true)}>
            <Plus aria-hidden />
            {t("spend.add")}
          </Button>
        )}
      </div>
      {spend.error ? (
        <ErrorBox error={spend.error} onRetry={() => void spend.refetch()} className="mx-0" />
      ) : spend.data?.items.length === 0 ? (
        <p className="text-fg-3">{t("spend.empty")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg shadow-card">
          {spend.data?.items.map((each) => (
            <li key={each.id} className="flex min-h-11 items-center gap-3 px-3">
              <span className="min-w-0 flex-1 truncate">
                <span className="font-medium">{each.source}</span>{" "}
                <span className="text-fg-3">
                  {each.from === each.to ? date(each.from) : `${date(each.from)} – ${date(each.to)}`}
                  {each.note && ` · ${each.note}`}
                </span>
              </span>
              <span className="tnum">{money(each.amount)}</span>
              {mayChange && (
                <IconButton
                  label={t("spend.remove", { source: each.source })}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate(each.id)}
                >
                  <Trash2 />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog open={adding} onOpenChange={setAdding} title={t("spend.add")} description={t("spend.hint")}>
        <QuickForm
          fields={[
            { name: "source", label: t("spend.source"), hint: t("spend.sourceHint"), required: true, max: 100 },
            { name: "amount", label: t("spend.amount"), kind: "money", required: true },
            { name: "from", label: t("spend.from"), kind: "day", required: true },
            { name: "to", label: t("spend.to"), kind: "day", required: true },
            { name: "note", label: t("spend.note"), max: 200 },
          ]}
          initial={{ ...period }}
          submit={t("spend.add")}
          send={async (values) => {
            const note = textOf(values, "note");
            await addSpend({
              source: textOf(values, "source"),
              amount: { amount: textOf(values, "amount") || "0", currency: me.business.currency },
              from: textOf(values, "from"),
              to: textOf(values, "to"),
              ...(note && { note }),
            });
            toast.done({ title: t("spend.added") });
            setAdding(false);
            await fresh();
          }}
        />
      </Dialog>
    </section>
  );
}
