import { useEffect, useState } from "react";

/** The one-time token behind the `#` of a letter's link, taken out of the address at once so that no screenshot shows it. */
export function useLinkToken(): string {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  useEffect(() => {
    if (location.hash) {
      history.replaceState(history.state, "", location.pathname + location.search);
    }
  }, []);
  return token;
}
