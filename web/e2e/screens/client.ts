import type { Screen } from "../screens";

export default [
  { name: "client", path: ({ client }) => `/admin/clients/${client}` },
  { name: "client-facts", path: ({ client }) => `/admin/clients/${client}?tab=facts` },
  { name: "client-program", path: ({ client }) => `/admin/clients/${client}?tab=program` },
  { name: "client-progress", path: ({ client }) => `/admin/clients/${client}?tab=progress` },
  { name: "client-payments", path: ({ client }) => `/admin/clients/${client}?tab=payments` },
  { name: "client-consents", path: ({ client }) => `/admin/clients/${client}?tab=consents` },
  { name: "client-long", path: ({ long }) => `/admin/clients/${long}` },
  { name: "client-none", path: "/admin/clients/987654321" },
  { name: "client-peek", path: ({ client }) => `/admin/pipeline?client=${client}` },
  { name: "client-peek-long", path: ({ long }) => `/admin/clients?client=${long}` },
] satisfies Screen[];
