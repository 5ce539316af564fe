import type { Choice } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { rolesQuery } from "./queries";

const first = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The roles of a business, as the server names them. */
export function useRoleChoices(): Choice[] {
  const { data } = useQuery(rolesQuery);
  return (data?.items ?? []).map(({ role, title }) => ({ value: role, label: first(title) }));
}
