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
