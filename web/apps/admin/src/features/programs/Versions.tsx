import { dateTime, useTranslation } from "@orbita/i18n";
import { Button, cn, ErrorBox, SkeletonRows, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Changes } from "./Changes";
import { type Detailed, diffQuery, useTell } from "./queries";

/** What the plan has been; each version against the one before it, and the way back to it. */
export default function Versions({ program: { id, version }, versions }: Pick<Detailed, "program" | "versions">) {
  const { t } = useTranslation("programs");
  const sorted = [...versions].sort((a, b) => b.number - a.number);
  const [number, setNumber] = useState(sorted[0]?.number ?? 1);
  const shown = sorted.find((each) => each.number === number) ?? sorted[0];
  const restore = useTell(id);
  if (!shown) {
    return null;
  }
  return (
    <div className="grid min-h-0 flex-1 md:grid-cols-[280px_1fr]">
      <ul
        aria-label={t("versions")}
        className="overflow-y-auto border-line max-md:max-h-56 max-md:border-b md:border-r"
      >
        {sorted.map((each) => (
          <li key={each.number}>
            <button
              type="button"
              aria-current={each === shown ? "true" : undefined}
              onClick={() => setNumber(each.number)}
              className={cn(
                "flex w-full flex-col border-b border-line px-4 py-2 text-left hover:bg-hover",
                each === shown && "bg-accent-soft",
              )}
            >
              <span className="font-medium">
                {t("versionNumber", { number: each.number })}
                {each.number === version && <span className="font-normal text-fg-2"> · {t("current")}</span>}
              </span>
              <span className="text-xs text-fg-2">
                {t(`cause.${each.cause as "made"}`)} · {each.author ?? t("automatic")} · {dateTime(each.at)}
              </span>
              {each.reason && <span className="text-xs text-fg-2">{each.reason}</span>}
            </button>
          </li>
        ))}
      </ul>
      <section aria-label={t("differences")} className="min-h-0 overflow-y-auto p-4 max-md:p-3">
        <div className="mb-3 flex items-center gap-2">
          <h2 className="min-w-0 flex-1 text-base font-semibold">
            {shown.number > 1
              ? t("against", { from: shown.number - 1, to: shown.number })
              : t("versionNumber", { number: shown.number })}
          </h2>
          {shown.number !== version && (
            <Button
              busy={restore.isPending}
              onClick={() =>
                restore.mutate(
                  { do: "restore", number: shown.number, version },
                  {
                    onSuccess: () => {
                      toast.done({ title: t("restored", { number: shown.number }) });
                      setNumber(version + 1);
                    },
                  },
                )
              }
            >
              {t("restore")}
            </Button>
          )}
        </div>
        {shown.number > 1 ? (
          <Difference id={id} from={shown.number - 1} to={shown.number} />
        ) : (
          <p className="text-fg-2">{t("firstVersion")}</p>
        )}
      </section>
    </div>
  );
}

function Difference({ id, from, to }: { id: number; from: number; to: number }) {
  const { data, error, refetch } = useQuery(diffQuery(id, from, to));
  return error ? (
    <ErrorBox error={error} onRetry={() => void refetch()} />
  ) : data ? (
    <Changes cells={data.cells} />
  ) : (
    <SkeletonRows rows={4} />
  );
}
