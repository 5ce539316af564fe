import type { Screen } from "../seen";

export default [
  { name: "signin", path: "/admin/signin", open: true },
  { name: "forgot", path: "/admin/forgot", open: true },
  { name: "password", path: "/admin/password#a-token", open: true },
] satisfies Screen[];
