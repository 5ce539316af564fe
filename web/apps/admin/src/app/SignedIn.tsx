import { Navigate, Outlet, useLocation } from "react-router";
import { Away, Restoring } from "./entrance/Waiting";
import { useSession } from "./session";

/** Lets nobody by who is not signed in: they are sent to the entrance and come back. */
export function SignedIn() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.is === "restoring") {
    return <Restoring />;
  }
  if (session.is === "away") {
    return <Away />;
  }
  if (session.is === "out") {
    const to = pathname + search;
    return <Navigate to={to === "/" ? "/signin" : `/signin?to=${encodeURIComponent(to)}`} replace />;
  }
  return <Outlet />;
}
