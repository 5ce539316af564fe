import type { Screen } from "../screens";

export default [
  { name: "clients", path: "/admin/clients" },
  { name: "clients-filtered", path: "/admin/clients?source=telegram&paid=yes" },
  { name: "clients-no-results", path: "/admin/clients?q=такогонетнигде" },
  { name: "clients-new", path: "/admin/clients?new=1" },
  { name: "clients-import", path: "/admin/clients/import" },
  { name: "clients-duplicates", path: "/admin/clients/duplicates" },
  { name: "clients-trash", path: "/admin/clients/trash" },
  { name: "clients-merges", path: "/admin/clients/merges" },
] satisfies Screen[];
