import { api, authorised, problemOf, type Schema, take } from "@orbita/api";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { programsKey } from "./queries";

export type Template = Schema<"ProgramsTemplatesTemplateView">;
export type Remark = { row: number | null; column: string | null; text: string };
export type Sheet = Omit<
  Schema<"ProgramsTemplatesSheetView">,
  "link" | "tab" | "checked_at" | "taken_at" | "outcome" | "problems" | "warnings"
> & {
  link: string | null;
  tab: string | null;
  checked_at: string | null;
  taken_at: string | null;
  outcome: string | null;
  problems: Remark[];
  warnings: Remark[];
};

export const templatesQuery = queryOptions({
  queryKey: [...programsKey, "templates"],
  queryFn: async ({ signal }) =>
    (await take(api.GET("/api/programs/templates", { signal }))) as unknown as { items: Template[] },
});

export const sheetsQuery = queryOptions({
  queryKey: [...programsKey, "sheets"],
  queryFn: async ({ signal }) =>
    (await take(api.GET("/api/programs/templates/sheets", { signal }))) as unknown as { items: Sheet[] },
});

export type SheetWish =
  | { do: "link"; gender: string; link: string; tab: string }
  | { do: "upload"; gender: string; file: File }
  | { do: "remove"; gender: string }
  | { do: "sync" };

const fileOf = (gender: string) =>
  new URL(`/api/programs/templates/sheets/${encodeURIComponent(gender)}/file`, location.origin);

async function refused(response: Response): Promise<never> {
  throw problemOf(response, await response.json().catch(() => undefined));
}

export function useSheet() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: SheetWish): Promise<unknown> => {
      switch (wish.do) {
        case "link":
          return take(
            api.PUT("/api/programs/templates/sheets/{gender}", {
              params: { path: { gender: wish.gender } },
              body: { link: wish.link.trim(), ...(wish.tab.trim() && { tab: wish.tab.trim() }) },
            }),
          );
        case "upload": {
          const response = await authorised(
            new Request(fileOf(wish.gender), {
              method: "POST",
              body: wish.file,
              headers: { "Content-Type": wish.file.type || "text/csv" },
            }),
          );
          return response.ok ? response.json() : refused(response);
        }
        case "remove":
          return take(
            api.DELETE("/api/programs/templates/sheets/{gender}", { params: { path: { gender: wish.gender } } }),
          );
        case "sync":
          return take(api.POST("/api/programs/templates/sync"));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: programsKey }),
  });
}

/** Saves the sheet in force as a file. */
export async function download(gender: string): Promise<void> {
  const response = await authorised(new Request(fileOf(gender)));
  if (!response.ok) {
    return refused(response);
  }
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = `${gender}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

export type Coverage = { goals: string[]; columns: { experience: string; location: string }[] };

/** The two sides of the table: goals, and level with place, in the order of the library. */
export function sidesOf(templates: readonly Template[]): Coverage {
  const goals = [...new Set(templates.map(({ goal }) => goal))];
  const levels = [...new Set(templates.map(({ experience }) => experience))];
  const places = [...new Set(templates.map(({ location }) => location))];
  return { goals, columns: places.flatMap((place) => levels.map((level) => ({ experience: level, location: place }))) };
}
