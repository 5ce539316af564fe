import { useTranslation } from "@orbita/i18n";
import { money } from "@orbita/i18n/format";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useParams, useSearchParams } from "react-router";
import { ask } from "../lib/http";
import { useLook } from "../lib/look";
import type { Tariffs } from "../lib/types";
import { Alert, Bones, Page as Frame, heading, Verb } from "../parts/basics";
import { OrderForm } from "./order-form";

/** Which tariff, for whom, for how much. */
export function Page() {
  const { t } = useTranslation("checkout");
  const { slug = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const look = useLook(slug);
  const tariffs = useQuery({
    queryKey: ["tariffs", slug],
    queryFn: ({ signal }) => ask<Tariffs>(`/api/public/${encodeURIComponent(slug)}/tariffs`, { signal }),
  });
  const chosen = tariffs.data?.items.find((each) => String(each.id) === search.get("tariff"));
  const brand = look.data?.name;
  useEffect(() => {
    document.title = brand ? `${t("title")}: ${brand}` : t("title");
  }, [brand, t]);
  const failed = tariffs.error ?? look.error;
  return (
    <Frame brand={brand} home={`/s/${slug}`} back={t("back")}>
      <h1 className={heading}>{chosen ? t("title") : t("choose")}</h1>
      {failed ? (
        <div className="mt-6 grid gap-3">
          <Alert>{failed.message}</Alert>
          <Verb look="plain" onClick={() => void Promise.all([tariffs.refetch(), look.refetch()])}>
            {t("again")}
          </Verb>
        </div>
      ) : !tariffs.data || !look.data ? (
        <Bones />
      ) : chosen ? (
        <OrderForm slug={slug} tariff={chosen} look={look.data} onChange={() => setSearch({})} />
      ) : (
        <ul className="mt-6 grid gap-3">
          {tariffs.data.items.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                onClick={() => setSearch({ tariff: String(each.id) })}
                className="flex w-full items-baseline justify-between gap-4 rounded-2xl bg-raised p-5 text-left shadow-card hover:shadow-card-h"
              >
                <span>
                  <span className="block font-semibold">{each.title}</span>
                  <span className="mt-1 block text-[15px] leading-[22px] text-fg-2">{each.description}</span>
                </span>
                <span className="tnum shrink-0 font-semibold whitespace-nowrap">{money(each.price)}</span>
              </button>
            </li>
          ))}
          {tariffs.data.items.length === 0 && <li className="text-fg-2">{t("noTariffs")}</li>}
        </ul>
      )}
    </Frame>
  );
}
