import { api, take } from "@orbita/api";
import { day, useTranslation } from "@orbita/i18n";
import { Property, PropertyGroup } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { key } from "./queries";

/** What the client said at the end of programmes: from 0 to 10, and why. */
export default function Ratings({ id }: { id: number }) {
  const { t } = useTranslation("client");
  const { data } = useQuery({
    queryKey: key("ratings", id),
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/nps", { signal, params: { query: { client_id: id, limit: 20 } } }))).items,
  });
  if (!data || data.length === 0) {
    return null;
  }
  return (
    <PropertyGroup title={t("ratings")}>
      {data.map((each) => (
        <Property key={each.id} label={day(each.answered_at)}>
          <span className="tnum font-medium">{t("rating", { score: each.score })}</span>
          {each.comment && <span className="block break-words whitespace-pre-line text-fg-2">{each.comment}</span>}
        </Property>
      ))}
    </PropertyGroup>
  );
}
