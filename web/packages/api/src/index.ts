export * from "./client";
export * from "./events";
export * from "./problem";
export type { components, paths } from "./schema";
export { bearer, keep, type Me, onSession, refresh, type Token } from "./session";

import type { components } from "./schema";

/** A named schema of the contract: `Schema<"CatalogTariff">`. */
export type Schema<K extends keyof components["schemas"]> = components["schemas"][K];

/** Opaque hues of tags and stages, as the database keeps them. */
export const hues = ["gray", "blue", "violet", "pink", "red", "orange", "amber", "green", "teal", "cyan"] as const;
export type Hue = (typeof hues)[number];

/**
 * A schema as the server answers it: it writes every field, so none is missing. What may be null in it, the page that
 * uses it says: `Whole<Schema<"ClientsClientCard">> & { next_contact_at: string | null }`.
 */
export type Whole<T> = T extends (infer E)[]
  ? Whole<E>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<NonNullable<T[K]>> }
    : T;
