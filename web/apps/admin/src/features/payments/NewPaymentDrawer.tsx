import { newKey } from "@orbita/api";
import { money, phone, useTranslation } from "@orbita/i18n";
import { Button, Callout, CodeBlock, Combobox, CopyButton, Drawer, Field, Input, Select } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { wordsOf } from "@/app/queries";
import { useUnsaved } from "@/lib/guard";
import { clientQuery, foundQuery, type NewPayment, onSaleQuery, quoteQuery, type Receipt, useBill } from "./queries";

/** A link to pay by, made by staff: for whom, for what, with what code. */
export default function NewPaymentDrawer({
  client: given,
  onClose,
}: {
  client?: number | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation("payments");
  const { t: c } = useTranslation("common");
  const bill = useBill();
  const [typed, setTyped] = useState("");
  const [client, setClient] = useState<string | null>(given === undefined ? null : String(given));
  const [tariff, setTariff] = useState<string | null>(null);
  const [code, setCode] = useState("");
  const [byHand, setByHand] = useState("link");
  const asked = useDeferredValue(code);
  const named = useQuery(clientQuery(given)).data;
  const found = useQuery(foundQuery(useDeferredValue(typed)));
  const onSale = useQuery(onSaleQuery);
  const quote = useQuery(quoteQuery(tariff ? Number(tariff) : undefined, asked, client ? Number(client) : undefined));
  const wish = JSON.stringify([client, tariff, code, byHand]);
  const [key, setKey] = useState({ wish, key: newKey() });
  const { mayClose, question } = useUnsaved(
    !bill.isSuccess && ((client !== null && client !== String(given)) || tariff !== null),
  );

  const submit = () => {
    const mine = key.wish === wish ? key : { wish, key: newKey() };
    setKey(mine);
    const body: NewPayment = {
      client_id: Number(client),
      tariff_id: Number(tariff),
      ...(code.trim() && { promo_code: code.trim() }),
      ...(byHand === "manual" && { provider: "manual" }),
    };
    bill.mutate({ key: mine.key, body });
  };
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      guard={() => mayClose(onClose)}
      title={t("new")}
      footer={
        bill.data ? (
          <Button size="md" variant="primary" onClick={onClose}>
            {c("done")}
          </Button>
        ) : (
          <>
            <Button size="md" onClick={() => mayClose(onClose) && onClose()}>
              {c("cancel")}
            </Button>
            <Button size="md" variant="primary" busy={bill.isPending} disabled={!client || !tariff} onClick={submit}>
              {t("bill")}
            </Button>
          </>
        )
      }
    >
      {bill.data ? (
        <Made receipt={bill.data} />
      ) : (
        <div className="flex flex-col gap-5">
          {bill.error && <Callout tone="danger">{wordsOf(bill.error)}</Callout>}
          <Field label={t("col.client")} hint={t("clientHint")}>
            <Combobox
              value={client}
              onChange={setClient}
              onSearch={setTyped}
              loading={found.isFetching}
              options={[
                ...(named && !typed ? [named] : []),
                ...(found.data?.items ?? []).filter(({ id }) => id !== named?.id || typed),
              ].map((each) => ({
                value: String(each.id),
                label: each.name,
                hint: each.phones[0] ? phone(each.phones[0]) : (each.emails[0] ?? ""),
              }))}
            />
          </Field>
          <Field label={t("col.tariff")}>
            <Select
              value={tariff}
              onChange={setTariff}
              options={(onSale.data?.items ?? [])
                .filter((each) => each.active)
                .map((each) => ({ value: String(each.id), label: each.title, hint: money(each.price) }))}
            />
          </Field>
          <Field label={t("col.promo")} optional error={quote.data && !quote.data.valid ? quote.data.text : undefined}>
            <Input value={code} maxLength={50} onChange={(event) => setCode(event.target.value)} autoComplete="off" />
          </Field>
          {quote.data?.valid && (
            <Callout tone="ok">
              {t("quoted", { sum: money(quote.data.amount), off: money(quote.data.discount) })}
            </Callout>
          )}
          <Field label={t("how")}>
            <Select
              value={byHand}
              onChange={(next) => setByHand(next ?? "link")}
              options={[
                { value: "link", label: t("byLink"), hint: t("byLinkHint") },
                { value: "manual", label: t("byManual"), hint: t("byManualHint") },
              ]}
            />
          </Field>
        </div>
      )}
      {question}
    </Drawer>
  );
}

function Made({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation("payments");
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="ok">{t("made", { sum: money(receipt.amount) })}</Callout>
      {receipt.confirmation_url && (
        <>
          <CodeBlock code={receipt.confirmation_url} />
          <CopyButton text={receipt.confirmation_url} label={t("copyLink")} />
        </>
      )}
    </div>
  );
}
