import { authorised } from "@orbita/api";
import { date, useTranslation } from "@orbita/i18n";
import { useQuery } from "@tanstack/react-query";
import type { Entry } from "./queries";

/** The photos of all measurements, the newest first. */
export function Photos({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation("client");
  const all = entries.flatMap((entry) => entry.photos.map((photo) => ({ entry, photo }))).reverse();
  if (all.length === 0) {
    return null;
  }
  return (
    <section className="mt-6">
      <h3 className="mb-2 font-semibold">{t("photos")}</h3>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(120px,1fr))] gap-3">
        {all.map(({ entry, photo }) => (
          <Photo key={photo.id} entry={entry.id} photo={photo.id} words={date(entry.measurement_date)} />
        ))}
      </div>
    </section>
  );
}

function Photo({ entry, photo, words }: { entry: number; photo: number; words: string }) {
  // An image cannot send the token: the picture is fetched and becomes an address of this tab.
  const { data } = useQuery({
    queryKey: ["client", "photo", entry, photo],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const url = new URL(`/api/progress/entries/${entry}/photos/${photo}`, location.origin);
      const response = await authorised(new Request(url, { signal }));
      if (!response.ok) {
        throw new Error(`HTTP ${response.status}`);
      }
      return URL.createObjectURL(await response.blob());
    },
  });
  return (
    <figure className="m-0">
      <div className="aspect-[3/4] overflow-hidden rounded-lg bg-sunken">
        {data && <img src={data} alt={words} className="size-full object-cover" />}
      </div>
      <figcaption className="mt-1 text-xs text-fg-2">{words}</figcaption>
    </figure>
  );
}
