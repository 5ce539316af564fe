import { phone, useTranslation, worded } from "@orbita/i18n";
import { Combobox, EmptyState, ErrorBox, Field, PageBody, SkeletonRows, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { MailQuestion } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { foundQuery, previewQuery } from "./queries";

type Props = { client: number | undefined; onClient: (client: number | undefined) => void };

/** By the engine that sends them, so it cannot promise something else. */
export default function Preview({ client, onClient }: Props) {
  const { t } = useTranslation("reminders");
  const [typed, setTyped] = useState("");
  const found = useQuery(foundQuery(useDeferredValue(typed)));
  return (
    <PageBody reading>
      <Field label={t("col.client")} hint={t("previewHint")}>
        <Combobox
          value={client === undefined ? null : String(client)}
          onChange={(next) => onClient(next === null ? undefined : Number(next))}
          onSearch={setTyped}
          loading={found.isFetching}
          options={(found.data?.items ?? []).map((each) => ({
            value: String(each.id),
            label: each.name,
            hint: each.phones[0] ? phone(each.phones[0]) : (each.emails[0] ?? ""),
          }))}
        />
      </Field>
      {client !== undefined && <Expected key={client} client={client} />}
    </PageBody>
  );
}

function Expected({ client }: { client: number }) {
  const { t, i18n } = useTranslation("reminders");
  const { data, error, refetch } = useQuery(previewQuery(client));
  if (error) {
    return <ErrorBox error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <SkeletonRows rows={3} />;
  }
  if (data.items.length === 0) {
    return <EmptyState icon={MailQuestion} title={t("previewEmpty")} hint={t("previewEmptyHint")} />;
  }
  // The client's own clock, which has no zone here: it is shown as it stands.
  const clock = new Intl.DateTimeFormat(i18n.language, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <ol className="mt-5 flex flex-col gap-3">
      {data.items.map((item) => (
        <li key={`${item.rule_id} ${item.step} ${item.at}`} className="rounded-lg bg-raised p-3 shadow-field">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="tnum font-medium">{clock.format(new Date(`${item.local_time}Z`))}</span>
            {item.channel && <Tag hue="blue">{worded(`reminders:channel.${item.channel}`)}</Tag>}
            {item.reason && <Tag hue="gray">{t("willNot")}</Tag>}
          </div>
          <p className="text-xs text-fg-3">
            {item.rule} · {t("letterNo", { step: item.step })}
          </p>
          {item.reason && <p className="mt-1.5 text-fg-2">{worded(`reminders:reason.${item.reason}`)}</p>}
          {item.text && <p className="mt-2 whitespace-pre-line">{item.text}</p>}
        </li>
      ))}
    </ol>
  );
}
