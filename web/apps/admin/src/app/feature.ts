import type { Namespace, Resources } from "@orbita/i18n";
import type { LucideIcon } from "lucide-react";
import type { RouteObject } from "react-router";

export type Role = "admin" | "manager" | "trainer" | "cashier" | "platform_admin";

/** An entry of the sidebar. A feature without one is reached from elsewhere. */
export type NavEntry = {
  to: string;
  /** Key under `nav` in shell.json. */
  label: keyof Resources["shell"]["nav"];
  icon: LucideIcon;
  section: "top" | "work" | "growth" | "system";
  /** Place within its section. */
  order: number;
  /** Second key after G, by its place on the keyboard: "P" for G then P. */
  key?: string;
  /** Place in the bar at the bottom of a phone, 1 to 4. */
  phone?: number;
};

/** A verb of the palette and of the phone's «+». */
export type Action = {
  id: string;
  /** In the feature's own words: `clients:new`. */
  label: `${Namespace}:${string}`;
  icon: LucideIcon;
  to: string;
  /** One key that works everywhere: "C". */
  key?: string;
  roles?: readonly Role[];
};

/** What a feature hangs into the shell; the only thing that is loaded before its pages. */
export type Feature = {
  id: string;
  routes: RouteObject[];
  nav?: NavEntry[];
  actions?: Action[];
  /** Who may open it; everybody when left out. */
  roles?: readonly Role[];
  /** Which kinds of live events make its queries (those whose key begins with its id) stale. */
  live?: readonly string[];
};

const found = import.meta.glob<{ feature: Feature }>("../features/*/routes.tsx", { eager: true });

export const features: readonly Feature[] = Object.values(found).map((module) => module.feature);

export const mayOpen = (roles: readonly Role[] | undefined, role: string | undefined): boolean =>
  !roles || roles.includes(role as Role);
