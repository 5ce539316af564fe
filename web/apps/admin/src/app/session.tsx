import { type Me, onSession, refresh } from "@orbita/api";
import { setZone } from "@orbita/i18n";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { queries } from "./queries";

/** Who works here, and for which business. */
export type SignedIn = {
  id: number;
  name: string;
  role: string;
  business: { slug: string; name: string; zone: string; currency: string; sandbox: boolean };
};
type State = { is: "restoring" } | { is: "away" } | { is: "out" } | { is: "in"; me: SignedIn };

const SessionContext = createContext<State>({ is: "restoring" });

function whole({ id, name, role, business }: Me): SignedIn {
  return {
    id: id ?? 0,
    name: name ?? "",
    role: role ?? "",
    business: {
      slug: business?.slug ?? "",
      name: business?.name ?? "Orbita",
      zone: business?.zone ?? "Europe/Moscow",
      currency: business?.currency ?? "RUB",
      sandbox: business?.sandbox ?? false,
    },
  };
}

/** Who is signed in; restored by the cookie on the first load, kept in step with the other tabs. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ is: "restoring" });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = onSession((me) => {
      if (me) {
        const next = whole(me);
        setZone(next.business.zone);
        setState({ is: "in", me: next });
      } else {
        queries.clear();
        setState({ is: "out" });
      }
    });
    const restore = async () => {
      try {
        if (!(await refresh())) {
          setState({ is: "out" });
        }
      } catch {
        setState({ is: "away" });
        timer = setTimeout(restore, 3000);
      }
    };
    void restore();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return <SessionContext value={state}>{children}</SessionContext>;
}

export const useSession = (): State => use(SessionContext);

/** Who is signed in; only below the shell. */
export function useMe(): SignedIn {
  const state = use(SessionContext);
  if (state.is !== "in") {
    throw new Error("nobody is signed in");
  }
  return state.me;
}
