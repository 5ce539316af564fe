import { tenThousand } from "../laid";
import type { Screen } from "../screens";

/** The second business holds ten thousand clients. */
export default [
  { name: "rows-clients", path: "/admin/clients", as: "studio-admin", prepare: tenThousand },
  {
    name: "rows-clients-end",
    path: "/admin/clients",
    as: "studio-admin",
    prepare: tenThousand,
    before: async (page) => {
      await page.locator("h1").waitFor();
      await page.keyboard.press("End");
    },
  },
  { name: "rows-pipeline", path: "/admin/pipeline", as: "studio-admin", prepare: tenThousand },
] satisfies Screen[];
