import type { Schema } from "@orbita/api";
import { day, flag, id, maybe, text } from "@/lib/search-state";

export type Asked = Schema<"ClientsAskedFilter">;

/** What of the list stands in the address. */
export const search = {
  q: text(),
  stage: id(),
  tag: text(),
  source: text(),
  staff: id(),
  paid: maybe(["yes", "no"] as const),
  archived: flag(),
  from: day(),
  to: day(),
  sort: text("-created_at"),
  view: id(),
  new: flag(),
};

export type Filter = {
  q: string;
  stage: number | undefined;
  tag: string;
  source: string;
  staff: number | undefined;
  paid: "yes" | "no" | undefined;
  archived: boolean;
  from: string | undefined;
  to: string | undefined;
};

/** The filter as the API takes it, for the list, for work on all of it and for a file. */
export const askedOf = (filter: Filter): Asked => ({
  ...(filter.q.trim() && { q: filter.q.trim() }),
  ...(filter.stage !== undefined && { stage_id: filter.stage }),
  ...(filter.tag && { tag: filter.tag }),
  ...(filter.source && { source: filter.source }),
  ...(filter.staff !== undefined && { assigned_to: filter.staff }),
  ...(filter.paid && { has_paid: filter.paid === "yes" }),
  ...(filter.archived && { archived: true }),
  ...(filter.from && { created_from: filter.from }),
  ...(filter.to && { created_to: filter.to }),
});

/** A saved filter as it stands in the address; what a view leaves out is off. */
export const filterOf = (asked: Asked): Filter => ({
  q: asked.q ?? "",
  stage: asked.stage_id ?? undefined,
  tag: asked.tag ?? "",
  source: asked.source ?? "",
  staff: asked.assigned_to ?? undefined,
  paid: asked.has_paid == null ? undefined : asked.has_paid ? "yes" : "no",
  archived: asked.archived === true,
  from: asked.created_from?.slice(0, 10),
  to: asked.created_to?.slice(0, 10),
});

export const nothing: Filter = filterOf({});

/** Whether two lists show the same, whatever was left out and whatever was said to be off. */
export const same = (a: Asked, b: Asked): boolean =>
  JSON.stringify(askedOf(filterOf(a))) === JSON.stringify(askedOf(filterOf(b)));

export const narrows = (filter: Filter): boolean => Object.keys(askedOf(filter)).length > 0;
