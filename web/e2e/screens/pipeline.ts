import type { Screen } from "../screens";

export default [
  { name: "pipeline", path: "/admin/pipeline" },
  { name: "pipeline-overdue", path: "/admin/pipeline?quick=overdue" },
  { name: "pipeline-stages", path: "/admin/pipeline/stages" },
  { name: "pipeline-stage", path: "/admin/pipeline/stages?open=new" },
] satisfies Screen[];
