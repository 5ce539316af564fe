import type { Screen } from "../screens";

export default [
  { name: "programs", path: "/admin/programs" },
  { name: "programs-new", path: "/admin/programs?new=1" },
  { name: "program", path: "/admin/programs/1" },
  { name: "program-versions", path: "/admin/programs/1?tab=versions" },
  { name: "program-why", path: "/admin/programs/1?tab=why" },
  { name: "program-templates", path: "/admin/programs/templates" },
  { name: "progress", path: "/admin/progress" },
  { name: "progress-client", path: "/admin/progress?of=1" },
  { name: "progress-new", path: "/admin/progress?of=1&add=1" },
] satisfies Screen[];
