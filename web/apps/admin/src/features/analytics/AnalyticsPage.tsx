import { useTranslation } from "@orbita/i18n";
import { DateRangePicker, FilterBar, PageBody, PageHeader, Segmented, Skeleton, Tabs } from "@orbita/ui";
import { lazy, Suspense, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { day, maybe, oneOf, text, useSearchState } from "@/lib/search-state";
import { FunnelPart } from "./FunnelPart";
import { type Period, type Preset, periodOf, presets } from "./period";
import { type Behind, bys, modes, type ReportName } from "./queries";
import { Holder, ReportPart } from "./ReportPart";

const MarkSelect = lazy(() => import("./MarkSelect"));
const PeopleDrawer = lazy(() => import("./PeopleDrawer"));
const NpsPart = lazy(() => import("./NpsPart"));
const SpendPart = lazy(() => import("./SpendPart"));

const tabs = [
  "overview",
  "funnel",
  "revenue",
  "sources",
  "tariffs",
  "questionnaire",
  "retention",
  "nps",
  "visitors",
  "unit-economics",
] as const;
const search = {
  tab: oneOf(tabs),
  preset: maybe(presets),
  from: day(),
  to: day(),
  mode: oneOf(modes),
  /** The one row that is looked at, by its key; «*» when none is. */
  only: text("*"),
  by: oneOf(bys),
};

/** The business in numbers. Each of them says how it is reckoned and opens its people. */
export function AnalyticsPage() {
  const { t } = useTranslation("analytics");
  const [{ tab, preset, from, to, mode, by, only }, set] = useSearchState(search);
  const [behind, setBehind] = useState<Behind>();
  const own = from && to && from <= to ? { from, to } : undefined;
  const chosen: Preset | "own" = own ? "own" : (preset ?? "month");
  const period: Period = own ?? periodOf(chosen === "own" ? "month" : chosen);
  const told = tab === "sources";
  const take = (next: Preset) => set({ preset: next, from: undefined, to: undefined });
  useHotkey("D", t("presets.day"), () => take("day"));
  useHotkey("W", t("presets.week"), () => take("week"));
  useHotkey("M", t("presets.month"), () => take("month"));
  useHotkey("Y", t("presets.year"), () => take("year"));
  return (
    <>
      <PageHeader title={t("title")} />
      <FilterBar>
        <Segmented
          className="w-80"
          label={t("period")}
          value={chosen}
          onChange={(next) => next !== "own" && take(next)}
          options={presets.map((value) => ({ value, label: t(`presets.${value}`) }))}
        />
        <DateRangePicker
          label={t("ownPeriod")}
          className="h-6.5"
          value={period}
          onChange={(next) => set({ preset: undefined, ...next })}
        />
      </FilterBar>
      <Tabs
        value={tab}
        onChange={(next) => set({ tab: next, only: "*" })}
        tabs={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
      >
        <PageBody className="max-w-[1200px]">
          {told && (
            <Suspense fallback={<Skeleton className="mb-4 h-8 w-56" />}>
              <MarkSelect value={by} onChange={(next) => set({ by: next })} />
            </Suspense>
          )}
          {tab === "funnel" ? (
            <FunnelPart mode={mode} onMode={(next) => set({ mode: next })} period={period} onPeople={setBehind} />
          ) : (
            <ReportPart
              key={tab}
              report={tab satisfies ReportName}
              period={period}
              by={told ? by : "source"}
              only={only === "*" ? undefined : only}
              onOnly={(row) => set({ only: row ?? "*" })}
              onPeople={setBehind}
            />
          )}
          {tab === "nps" && (
            <Suspense fallback={<Holder />}>
              <NpsPart key={`${period.from} ${period.to}`} period={period} />
            </Suspense>
          )}
          {tab === "unit-economics" && (
            <Suspense>
              <SpendPart period={period} />
            </Suspense>
          )}
        </PageBody>
      </Tabs>
      {behind && (
        <Suspense>
          <PeopleDrawer asked={behind} onClose={() => setBehind(undefined)} />
        </Suspense>
      )}
    </>
  );
}
