import type { Screen } from "../seen";

export default [
  { name: "cabinet", path: "/c", guest: true },
  { name: "cabinet-progress", path: "/c/progress", guest: true },
  { name: "cabinet-payments", path: "/c/payments", guest: true },
  { name: "cabinet-profile", path: "/c/profile", guest: true },
] satisfies Screen[];
