import type { Screen } from "../seen";

const tabs = ["facts", "program", "progress", "payments", "consents"];

export default [
  { name: "client", path: ({ client }) => `/admin/clients/${client}` },
  ...tabs.map(
    (tab): Screen => ({ name: `client-${tab}`, path: ({ client }) => `/admin/clients/${client}?tab=${tab}` }),
  ),
  { name: "client-peek", path: ({ client }) => `/admin/pipeline?client=${client}` },
] satisfies Screen[];
