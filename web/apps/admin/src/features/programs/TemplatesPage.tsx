import { useTranslation } from "@orbita/i18n";
import { Button, cn, ErrorBox, PageBody, PageHeader, Segmented, SkeletonRows, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useMe } from "@/app/session";
import { oneOf, useSearchState } from "@/lib/search-state";
import { SheetCard } from "./SheetCard";
import { sheetsQuery, sidesOf, type Template, templatesQuery, useSheet } from "./templates";

const search = { gender: oneOf(["women", "men"]) };

/** What plans are made of: the sheets, and what they cover. */
export function TemplatesPage() {
  const { t } = useTranslation("programs");
  const [{ gender }, set] = useSearchState(search);
  const sheets = useQuery(sheetsQuery);
  const templates = useQuery(templatesQuery);
  const sync = useSheet();
  const mayChange = useMe().role === "admin";
  const linked = sheets.data?.items.some((sheet) => sheet.link);
  const own = (templates.data?.items ?? []).filter((each) => each.gender === gender);
  return (
    <>
      <PageHeader
        title={t("templates")}
        count={templates.data?.items.length}
        parents={[{ to: "/programs", label: t("title") }]}
        actions={
          mayChange &&
          linked && (
            <Button
              busy={sync.isPending}
              onClick={() => sync.mutate({ do: "sync" }, { onSuccess: () => toast.done({ title: t("synced") }) })}
            >
              <RefreshCw aria-hidden />
              {t("sync")}
            </Button>
          )
        }
      />
      <PageBody>
        {sheets.error ? (
          <ErrorBox error={sheets.error} onRetry={() => void sheets.refetch()} className="m-0 mb-4" />
        ) : sheets.data ? (
          <div className="mb-6 grid gap-3 lg:grid-cols-2">
            {sheets.data.items.map((sheet) => (
              <SheetCard key={sheet.gender} sheet={sheet} mayChange={mayChange} />
            ))}
          </div>
        ) : (
          <SkeletonRows rows={4} />
        )}
        <div className="mb-2 flex flex-wrap items-center gap-3">
          <h2 className="min-w-0 flex-1 text-base font-semibold">{t("coverage")}</h2>
          <Segmented
            label={t("gender")}
            value={gender}
            onChange={(next) => set({ gender: next })}
            options={[
              { value: "women", label: t("women") },
              { value: "men", label: t("men") },
            ]}
          />
        </div>
        <p className="mb-3 text-fg-2">{t("coverageHint")}</p>
        {templates.error ? (
          <ErrorBox error={templates.error} onRetry={() => void templates.refetch()} className="m-0" />
        ) : templates.data ? (
          <Covered templates={own} />
        ) : (
          <SkeletonRows rows={5} />
        )}
      </PageBody>
    </>
  );
}

function Covered({ templates }: { templates: Template[] }) {
  const { t } = useTranslation("programs");
  const { goals, columns } = sidesOf(templates);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
    <section aria-label={t("coverage")} tabIndex={0} className="overflow-x-auto rounded-lg bg-raised shadow-card">
      <table className="w-full border-collapse">
        <thead className="text-left text-xs text-fg-2">
          <tr>
            <th scope="col" className="px-3 py-2 font-normal">
              {t("col.goal")}
            </th>
            {columns.map(({ experience, location }) => (
              <th key={`${experience} ${location}`} scope="col" className="px-3 py-2 font-normal">
                <span className="block font-medium text-fg">{location}</span>
                {experience}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <tr key={goal} className="border-t border-line">
              <th scope="row" className="px-3 py-2 text-left font-medium">
                {goal}
              </th>
              {columns.map(({ experience, location }) => {
                const found = templates.filter(
                  (each) => each.goal === goal && each.experience === experience && each.location === location,
                );
                const days = [...new Set(found.map((each) => each.days_per_week))].sort((a, b) => a - b);
                return (
                  <td
                    key={`${experience} ${location}`}
                    className={cn("px-3 py-2", found.length === 0 && "bg-warn-soft text-warn")}
                  >
                    {found.length === 0 ? (
                      t("gap")
                    ) : (
                      <>
                        <span className="tnum block font-medium">{t("templatesCount", { count: found.length })}</span>
                        <span className="tnum text-xs whitespace-nowrap text-fg-2">
                          {t("daysList", { days: days.join(", ") })}
                        </span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
