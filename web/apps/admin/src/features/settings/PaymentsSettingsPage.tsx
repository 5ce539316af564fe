import { api, type Schema, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Callout, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/app/session";
import { QuickForm, textOf } from "@/lib/quick-form";
import { Answer, SettingsPage } from "./parts";
import { paymentsQuery, useAsk } from "./queries";

type Body = Schema<"PaymentsPaymentSettingsSettingsBody">;
type View = Schema<"PaymentsPaymentSettingsSettingsView">;
type Rate = Body["receipts"]["vat"][number];

const systems = ["osn", "usn_income", "usn_income_outcome", "envd", "esn", "patent"] as const;
const rates = ["none", "vat_0", "vat_5", "vat_7", "vat_10", "vat_20", "vat_22"] as const;

export function PaymentsSettingsPage() {
  const { t } = useTranslation("settings");
  const settings = useQuery(paymentsQuery);
  return (
    <SettingsPage title={t("nav.payments")} hint={t("payments.hint")}>
      <Answer of={settings}>{(view) => <Editor view={view} />}</Answer>
    </SettingsPage>
  );
}

function Editor({ view }: { view: View }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const { sandbox } = useMe().business;
  const providers = ["yookassa", "tbank", "manual", ...(sandbox ? ["sandbox"] : [])] as View["current"][];
  const latest = view.receipts.vat.at(-1);
  return (
    <div className="flex flex-col gap-5">
      <Callout>{t("payments.current", { name: t(`payments.provider.${view.current}`) })}</Callout>
      <QuickForm
        guarded
        fields={[
          {
            name: "provider",
            label: t("payments.through"),
            kind: "select",
            options: [
              { value: "", label: t("payments.auto") },
              ...providers.map((value) => ({ value, label: t(`payments.provider.${value}`) })),
            ],
          },
          { name: "manual", label: t("payments.manual"), hint: t("payments.manualHint"), kind: "area", max: 2000 },
          { name: "receipts", label: t("payments.receipts"), hint: t("payments.receiptsHint"), kind: "switch" },
          {
            name: "tax",
            label: t("payments.tax"),
            kind: "select",
            options: [
              { value: "", label: c("notSet") },
              ...systems.map((value) => ({ value, label: t(`payments.systems.${value}`) })),
            ],
          },
          {
            name: "vat",
            label: t("payments.vat"),
            kind: "select",
            options: [
              { value: "", label: c("notSet") },
              ...[...new Set([...rates, ...(latest ? [latest.vat] : [])])].map((value) => ({
                value,
                label: t(`payments.rates.${value as (typeof rates)[number]}`, { defaultValue: value }),
              })),
            ],
          },
          { name: "from", label: t("payments.vatFrom"), hint: t("payments.vatFromHint"), kind: "day" },
        ]}
        initial={{
          provider: view.provider ?? "",
          manual: view.manual_instructions ?? "",
          receipts: view.receipts.enabled,
          tax: view.receipts.tax_system ?? "",
          vat: latest?.vat ?? "",
          from: latest?.from ?? null,
        }}
        names={{ manual_instructions: "manual", "receipts.tax_system": "tax", "receipts.vat": "vat" }}
        submit={c("save")}
        onDone={() => toast.done({ title: c("saved") })}
        send={(values) => ask(take(api.PUT("/api/payments/settings", { body: bodyOf(view, values) })))}
      />
    </div>
  );
}

/** Earlier rates stay: a receipt of a past day is made by the rate of that day. */
export function bodyOf(view: View, values: Parameters<typeof textOf>[0]): Body {
  const provider = textOf(values, "provider") as NonNullable<Body["provider"]> | "";
  const tax = textOf(values, "tax") as NonNullable<Body["receipts"]["tax_system"]> | "";
  const vat = textOf(values, "vat") as Rate["vat"] | "";
  const from = textOf(values, "from");
  const manual = textOf(values, "manual");
  const latest = view.receipts.vat.at(-1);
  const kept = view.receipts.vat.filter((rate) => rate !== latest || (from !== "" && rate.from < from));
  return {
    ...(provider && { provider }),
    ...(manual && { manual_instructions: manual }),
    receipts: {
      enabled: values.receipts === true,
      ...(tax && { tax_system: tax }),
      vat: vat && from ? [...kept, { from, vat }] : view.receipts.vat,
    },
  };
}
