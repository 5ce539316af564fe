import type { Screen } from "../seen";

const of =
  (tab: string): Screen["path"] =>
  ({ program }) =>
    `/admin/programs/${program}${tab && `?tab=${tab}`}`;

export default [
  { name: "programs", path: "/admin/programs" },
  { name: "programs-new", path: "/admin/programs?new=1" },
  { name: "program", path: of("") },
  { name: "program-versions", path: of("versions") },
  { name: "program-why", path: of("why") },
  { name: "program-templates", path: "/admin/programs/templates" },
  { name: "progress", path: "/admin/progress" },
  { name: "progress-client", path: ({ client }) => `/admin/progress?of=${client}` },
  { name: "progress-new", path: ({ client }) => `/admin/progress?of=${client}&add=1` },
] satisfies Screen[];
