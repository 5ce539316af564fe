import { api, newKey, once, type Schema, take } from "@orbita/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { grainOf, type Period } from "./period";

export const reports = [
  "overview",
  "revenue",
  "sources",
  "tariffs",
  "questionnaire",
  "retention",
  "nps",
  "visitors",
  "unit-economics",
] as const;
export type ReportName = (typeof reports)[number];
export type Report = Schema<"AnalyticsAnalyticsReportView">;
export type SheetRow = Schema<"AnalyticsSheetRow">;
export type Value = Schema<"AnalyticsSheetValue">;
export type Funnel = Schema<"PipelineFunnelAnalytics">;
export type StageFigures = Schema<"PipelineFunnelStageFigures">;
export type Person = Schema<"ClientsClientSummary">;
export type Spend = Schema<"AnalyticsSpendingSpend">;
/** What tells sources apart: the channel, or a mark of the link that the person came by. */
export const bys = ["source", "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"] as const;
export type By = (typeof bys)[number];
export const modes = ["cohort", "flow", "snapshot"] as const;
export type Mode = (typeof modes)[number];

/** A number somebody wants to see the people of. */
export type Behind =
  | {
      of: "report";
      report: ReportName;
      figure: string;
      row?: string | undefined;
      period: Period;
      by: By;
      title: string;
    }
  | { of: "funnel"; mode: Mode; figure: string; stage?: number | undefined; period: Period; title: string };

export const analyticsKey = ["analytics"] as const;

export const reportQuery = (report: ReportName, period: Period, by: By) =>
  queryOptions({
    queryKey: [...analyticsKey, "report", report, period, by],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/analytics/{report}", {
          signal,
          params: { path: { report }, query: { ...period, grain: grainOf(period), by } },
        }),
      ),
  });

export const funnelQuery = (mode: Mode, period: Period) =>
  queryOptions({
    queryKey: [...analyticsKey, "funnel", mode, period],
    queryFn: ({ signal }) =>
      take(api.GET("/api/pipeline/analytics", { signal, params: { query: { mode, ...period } } })),
  });

type People = { items: { client: Person; value?: Value }[]; next_cursor?: string | null; total?: number | null };

export const peopleQuery = (asked: Behind) =>
  infiniteQueryOptions({
    queryKey: [...analyticsKey, "people", asked],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }): Promise<People> => {
      const paging = { limit: 50, with_total: pageParam === undefined, ...(pageParam && { cursor: pageParam }) };
      if (asked.of === "report") {
        const { report, figure, row, period, by } = asked;
        return (await take(
          api.GET("/api/analytics/{report}/people", {
            signal,
            params: {
              path: { report },
              query: { figure, ...period, grain: grainOf(period), by, ...(row !== undefined && { row }), ...paging },
            },
          }),
        )) as People;
      }
      const { mode, figure, stage, period } = asked;
      const page = await take(
        api.GET("/api/pipeline/analytics/people", {
          signal,
          params: { query: { mode, figure, ...period, ...(stage !== undefined && { stage_id: stage }), ...paging } },
        }),
      );
      return { ...page, items: page.items.map((client) => ({ client })) } as People;
    },
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const spendQuery = queryOptions({
  queryKey: [...analyticsKey, "spend"],
  queryFn: ({ signal }) => take(api.GET("/api/spend", { signal, params: { query: { limit: 100 } } })),
});

export const addSpend = (body: Schema<"AnalyticsSpendSpendWords">) =>
  take(api.POST("/api/spend", { params: { header: once(newKey()) }, body }));
export const removeSpend = (id: number) => take(api.DELETE("/api/spend/{id}", { params: { path: { id } } }));
