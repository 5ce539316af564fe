import type { Screen } from "../screens";

export default [
  { name: "programs", path: "/admin/programs" },
  { name: "programs-new", path: "/admin/programs?new=1" },
  { name: "program", path: ({ program }) => `/admin/programs/${program}` },
  { name: "program-versions", path: ({ program }) => `/admin/programs/${program}?tab=versions` },
  { name: "program-why", path: ({ program }) => `/admin/programs/${program}?tab=why` },
  { name: "program-templates", path: "/admin/programs/templates" },
  { name: "progress", path: "/admin/progress" },
  { name: "progress-client", path: ({ client }) => `/admin/progress?of=${client}` },
  { name: "progress-new", path: ({ client }) => `/admin/progress?of=${client}&add=1` },
] satisfies Screen[];
