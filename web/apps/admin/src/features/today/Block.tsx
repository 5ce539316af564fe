import { useTranslation } from "@orbita/i18n";
import { Button, ErrorBox, SkeletonRows } from "@orbita/ui";
import type { UseQueryResult } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";

export const rowClass =
  "flex min-h-10 w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover touch:min-h-11";

/** What a query brought, or why it did not: the other blocks of the page stay alive. */
export function Answer<T>({
  query,
  rows = 3,
  children,
}: {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  return query.error ? (
    <ErrorBox error={query.error} onRetry={() => void query.refetch()} className="mx-0" />
  ) : (
    <SkeletonRows rows={rows} />
  );
}

type Props<T, I> = {
  title: string;
  /** The page that shows all of it. */
  to?: string;
  query: UseQueryResult<T>;
  items: (data: T) => readonly I[];
  idOf: (item: I) => number;
  empty: string;
  most?: number;
  note?: (data: T) => ReactNode;
  children: (item: I) => ReactNode;
};

/** One question of the day: how many, the first of them, and the rest on demand. */
export function Block<T, I>({ title, to, query, items, idOf, empty, most = 5, note, children }: Props<T, I>) {
  const { t } = useTranslation("today");
  const [whole, setWhole] = useState(false);
  const all = query.data === undefined ? [] : items(query.data);
  const shown = whole ? all : all.slice(0, most);
  return (
    <section aria-label={title}>
      <h2 className="flex min-h-8 items-baseline gap-2 px-2">
        {to ? (
          <Link
            to={to}
            className="hit group inline-flex items-center gap-0.5 rounded font-semibold hover:text-accent-text"
          >
            {title}
            <ChevronRight aria-hidden className="size-3.5 text-fg-3 group-hover:text-accent-text" />
          </Link>
        ) : (
          <span className="font-semibold">{title}</span>
        )}
        {all.length > 0 && <span className="tnum text-fg-3">{all.length}</span>}
        {query.data !== undefined && note && <span className="ml-auto text-fg-3">{note(query.data)}</span>}
      </h2>
      <Answer query={query}>
        {() =>
          all.length === 0 ? (
            <p className="px-2 py-1.5 text-fg-3">{empty}</p>
          ) : (
            <>
              <ul>
                {shown.map((item) => (
                  <li key={idOf(item)}>{children(item)}</li>
                ))}
              </ul>
              {all.length > most && (
                <Button variant="ghost" aria-expanded={whole} onClick={() => setWhole(!whole)}>
                  {whole ? t("showLess") : t("showAll", { count: all.length })}
                </Button>
              )}
            </>
          )
        }
      </Answer>
    </section>
  );
}
