import { api, type Schema, take } from "@orbita/api";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";

export type Step = Schema<"BusinessesSetUpStepView"> & { step: StepName };

const names = ["bot", "payments", "sheet", "texts", "tariffs", "team", "site"] as const;
export type StepName = (typeof names)[number];

export const setUpKey = ["setup"] as const;

/** What a new business still lacks, by what the server has written down. A step that this page does not know is left out. */
export const setUpQuery = queryOptions({
  queryKey: setUpKey,
  queryFn: async ({ signal }): Promise<Step[]> =>
    (await take(api.GET("/api/setup", { signal }))).items.filter((each): each is Step =>
      names.some((name) => name === each.step),
    ),
});

/** Tries a step: what works, or what is wrong and what to do. */
export function useCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: StepName) => take(api.POST("/api/setup/{step}/check", { params: { path: { step } } })),
    meta: { ownErrors: true },
    onSettled: () => client.invalidateQueries({ queryKey: setUpKey }),
  });
}

/** Where each step is done. */
export const placeOf: Record<StepName, string> = {
  bot: "/settings/integrations?open=telegram",
  payments: "/settings/payments",
  sheet: "/programs/templates",
  texts: "/questionnaire?tab=contacts",
  tariffs: "/tariffs?open=new",
  team: "/settings/team",
  site: "/settings/website?open=contacts",
};
