import { ApiError } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Callout, ErrorBox, PageHeader, SkeletonRows, Tabs, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Link, useParams } from "react-router";
import { NotFound } from "@/app/NotFound";
import { id as idPart, oneOf, useSearchState } from "@/lib/search-state";
import { StateTag } from "./look";
import { Plan } from "./Plan";
import { type Detailed, programQuery } from "./queries";
import { Verbs } from "./Verbs";

const Versions = lazy(() => import("./Versions"));
const Marks = lazy(() => import("./Marks"));
const Adaptations = lazy(() => import("./Adaptations"));

const search = { tab: oneOf(["plan", "versions", "weeks", "marks", "why"]), week: idPart() };

export function ProgramPage() {
  const { t } = useTranslation("programs");
  const id = Number(useParams().id);
  const known = Number.isSafeInteger(id) && id > 0;
  const { data, error, refetch } = useQuery({ ...programQuery(id), enabled: known });
  if (!known || (error instanceof ApiError && error.status === 404)) {
    return <NotFound />;
  }
  if (data) {
    return <Shown {...data} />;
  }
  return (
    <>
      <PageHeader title={t("one")} parents={[{ to: "/programs", label: t("title") }]} />
      {error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={12} />}
    </>
  );
}

function Shown(detailed: Detailed) {
  const { t } = useTranslation("programs");
  const { program, versions } = detailed;
  const [{ tab, week }, set] = useSearchState(search);
  return (
    <>
      <PageHeader
        title={program.client.name}
        parents={[{ to: "/programs", label: t("title") }]}
        count={t("weeksCount", { count: program.weeks })}
        actions={<Verbs program={program} />}
      />
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 pt-2 max-md:px-3">
        <StateTag state={program.state} />
        <Tag>{t(program.paid ? "paid" : "free")}</Tag>
        {program.goal && <Tag>{program.goal}</Tag>}
        {program.reserve && <Tag hue="amber">{t("reserve")}</Tag>}
        <Link
          to={`/clients/${program.client.id}`}
          className="hit rounded px-1 text-accent-text hover:underline max-sm:hidden"
        >
          {t("toClient")}
        </Link>
      </div>
      <Tabs
        value={tab}
        onChange={(next) => set({ tab: next })}
        className="flex min-h-0 flex-1 flex-col"
        tabs={[
          { value: "plan", label: t("plan") },
          { value: "versions", label: t("versions"), count: versions.length || undefined },
          { value: "weeks", label: t("reports") },
          { value: "marks", label: t("marks") },
          { value: "why", label: t("why") },
        ]}
      >
        <Suspense fallback={<SkeletonRows rows={6} />}>
          {tab === "plan" && <Plan program={program} week={week ?? 1} onWeek={(next) => set({ week: next })} />}
          {tab === "versions" && <Versions program={program} versions={versions} />}
          {tab === "weeks" && <Adaptations id={program.id} />}
          {tab === "marks" && <Marks id={program.id} />}
          {tab === "why" && <Why explanation={detailed.explanation} />}
        </Suspense>
      </Tabs>
    </>
  );
}

function Why({ explanation }: Pick<Detailed, "explanation">) {
  const { t } = useTranslation("programs");
  if (!explanation) {
    return <p className="p-4 text-fg-2">{t("noWhy")}</p>;
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-4 max-md:p-3">
      <div className="flex max-w-[720px] flex-col gap-4 text-md">
        {explanation.why_reserve && <Callout tone="warn">{explanation.why_reserve}</Callout>}
        <section>
          <h2 className="mb-1 text-base font-semibold">{t("whyTemplate", { name: explanation.profile })}</h2>
          <ul className="flex list-disc flex-col gap-1 pl-4 text-fg-2">
            {explanation.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
        {explanation.dosage.length > 0 && (
          <section>
            <h2 className="mb-1 text-base font-semibold">{t("dosage")}</h2>
            <ul className="flex list-disc flex-col gap-1 pl-4 text-fg-2">
              {explanation.dosage.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
