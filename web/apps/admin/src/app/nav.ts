import { useMemo } from "react";
import { type Action, features, mayOpen, type NavEntry } from "./feature";
import { useMe } from "./session";

const order = ["top", "work", "growth", "system"] as const;
export type Section = { id: (typeof order)[number]; entries: NavEntry[] };

/** The sections that the role opens, in their order. */
export function useNav(): Section[] {
  const { role } = useMe();
  return useMemo(() => {
    const entries = features.filter((feature) => mayOpen(feature.roles, role)).flatMap((feature) => feature.nav ?? []);
    return order
      .map((id) => ({
        id,
        entries: entries.filter((entry) => entry.section === id).sort((a, b) => a.order - b.order),
      }))
      .filter((section) => section.entries.length > 0);
  }, [role]);
}

/** The verbs that the role has. */
export function useActions(): Action[] {
  const { role } = useMe();
  return useMemo(
    () =>
      features
        .filter((feature) => mayOpen(feature.roles, role))
        .flatMap((feature) => feature.actions ?? [])
        .filter((action) => mayOpen(action.roles, role)),
    [role],
  );
}
