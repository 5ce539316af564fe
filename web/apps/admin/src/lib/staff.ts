import { api, type Schema, take } from "@orbita/api";
import { queryOptions, useQuery } from "@tanstack/react-query";

export type Colleague = Schema<"BusinessesStaffColleague">;

export const staffKey = ["staff"] as const;

/** Who works here, for every role; those who left come last, with `active` false: filter them out of pickers, keep them for names. */
export const staffQuery = queryOptions({
  queryKey: staffKey,
  staleTime: 300_000,
  queryFn: async ({ signal }): Promise<Colleague[]> => (await take(api.GET("/api/staff", { signal }))).items,
});

/** The name of a colleague, also of one who left; nothing while it is not known. */
export function useNameOfStaff(): (id: number | null | undefined) => string | undefined {
  const { data } = useQuery(staffQuery);
  return (id) => data?.find((each) => each.id === id)?.name;
}
