import type { Screen } from "../screens";

export default [
  { name: "client", path: "/admin/clients/1" },
  { name: "client-facts", path: "/admin/clients/1?tab=facts" },
  { name: "client-program", path: "/admin/clients/1?tab=program" },
  { name: "client-progress", path: "/admin/clients/1?tab=progress" },
  { name: "client-payments", path: "/admin/clients/1?tab=payments" },
  { name: "client-consents", path: "/admin/clients/1?tab=consents" },
  { name: "client-peek", path: "/admin/pipeline?client=1" },
] satisfies Screen[];
