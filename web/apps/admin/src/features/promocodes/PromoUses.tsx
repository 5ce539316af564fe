import { dateTime, money, useTranslation, worded } from "@orbita/i18n";
import { Button, Callout, Field, PropertyGroup, Select } from "@orbita/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { wordsOf } from "@/app/queries";
import { type Promo, quoteQuery, tariffsQuery, usesQuery } from "./queries";

/** What the code does to a price, and who came with it. */
export function PromoUses({ promo }: { promo: Promo }) {
  const { t } = useTranslation("promocodes");
  const { t: c } = useTranslation("common");
  const uses = useInfiniteQuery(usesQuery(promo.id));
  const rows = uses.data?.pages.flatMap((page) => page.items);
  return (
    <div className="-mx-5 mt-6 -mb-4 border-t border-line">
      <PropertyGroup title={t("try")} facts={false}>
        <Check promo={promo} />
      </PropertyGroup>
      <PropertyGroup title={t("whoUsed")} facts={false}>
        {uses.error ? (
          <p className="text-danger">{wordsOf(uses.error)}</p>
        ) : rows?.length === 0 ? (
          <p className="text-fg-3">{t("nobody")}</p>
        ) : (
          rows?.map((use) => (
            <div key={use.payment} className="flex items-center gap-3 py-1.5">
              <Link to={`/clients/${use.client_id}`} className="hit rounded text-accent-text hover:underline">
                {t("client", { id: use.client_id })}
              </Link>
              <span className="min-w-0 flex-1 truncate text-fg-2">
                {worded(`promocodes:use.${use.state}`)}
                {use.over_limit && ` · ${t("overLimit")}`}
              </span>
              <span className="tnum text-fg-3">{dateTime(use.settled_at ?? use.reserved_at)}</span>
            </div>
          ))
        )}
        {uses.hasNextPage && (
          <Button busy={uses.isFetchingNextPage} onClick={() => void uses.fetchNextPage()}>
            {c("loadMore")}
          </Button>
        )}
      </PropertyGroup>
    </div>
  );
}

function Check({ promo }: { promo: Promo }) {
  const { t } = useTranslation("promocodes");
  const [tariff, setTariff] = useState<string | null>(null);
  const tariffs = useQuery(tariffsQuery);
  const quote = useQuery(quoteQuery(promo.code, tariff ? Number(tariff) : undefined));
  return (
    <div className="flex flex-col gap-3 pb-1">
      <Field label={t("onTariff")} quiet>
        <Select
          value={tariff}
          onChange={setTariff}
          placeholder={t("onTariff")}
          options={(tariffs.data?.items ?? [])
            .filter((each) => each.active)
            .map((each) => ({ value: String(each.id), label: each.title, hint: money(each.price) }))}
        />
      </Field>
      {quote.error ? (
        <Callout tone="danger">{wordsOf(quote.error)}</Callout>
      ) : (
        quote.data && (
          <Callout tone={quote.data.valid ? "ok" : "warn"}>
            {quote.data.valid
              ? t("quoted", { sum: money(quote.data.amount), off: money(quote.data.discount) })
              : quote.data.text}
          </Callout>
        )
      )}
    </div>
  );
}
