import { newKey } from "@orbita/api";
import { fromKopecks, money, toKopecks, useTranslation } from "@orbita/i18n";
import { Button, Callout, Checkbox, Dialog, Field, Input, MoneyInput, toast } from "@orbita/ui";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { type Detailed, useRefund } from "./queries";

/** All that is left, or a part of it; through the provider, or noted as given back by hand. */
export default function RefundDialog({ payment, onClose }: { payment: Detailed; onClose: () => void }) {
  const { t } = useTranslation("payments");
  const { t: c } = useTranslation("common");
  const refund = useRefund(payment.id);
  const left = toKopecks(payment.amount.amount) - toKopecks(payment.refunded.amount);
  const [amount, setAmount] = useState<string | null>(fromKopecks(left));
  const [reason, setReason] = useState("");
  const [byHand, setByHand] = useState(payment.provider === "manual");
  const wish = JSON.stringify([amount, reason, byHand]);
  // Another sum is another wish; the same pressed twice is one refund.
  const [key, setKey] = useState({ wish, key: newKey() });
  const sum = amount === null ? 0 : toKopecks(amount);
  const wrong = sum <= 0 || sum > left;

  const submit = () => {
    const mine = key.wish === wish ? key : { wish, key: newKey() };
    setKey(mine);
    refund.mutate(
      {
        key: mine.key,
        body: {
          ...(sum < left && { amount: { amount: amount ?? "0", currency: payment.amount.currency } }),
          ...(reason.trim() && { reason: reason.trim() }),
          by_hand: byHand,
        },
      },
      {
        onSuccess: () => {
          toast.done({ title: t("refundBegun", { sum: money({ ...payment.amount, amount: amount ?? "0" }) }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("refundTitle")}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button size="md" variant="danger" busy={refund.isPending} disabled={wrong} onClick={submit}>
            {t("refundVerb")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refund.error && <Callout tone="danger">{wordsOf(refund.error)}</Callout>}
        <Field
          label={t("refundSum")}
          hint={t("refundLeft", { sum: money({ ...payment.amount, amount: fromKopecks(left) }) })}
          error={amount !== null && wrong ? t("refundWrong") : undefined}
        >
          <MoneyInput value={amount} onChange={setAmount} />
        </Field>
        <Field label={t("reason")} optional>
          <Input value={reason} maxLength={250} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Checkbox label={t("byHand")} hint={t("byHandHint")} checked={byHand} onChange={setByHand} />
        <p className="text-fg-3">{sum >= left ? t("refundFull") : t("refundPart")}</p>
      </div>
    </Dialog>
  );
}
