import { useCallback, useContext } from "react";
import { UNSAFE_DataRouterContext, useSearchParams } from "react-router";

type Change = (now: URLSearchParams) => URLSearchParams;

/**
 * The parameters of the address, and a way to change them. The change begins from where the router is or is going to, not from what was drawn
 * last: on a busy machine a search box that tells its words a moment later would otherwise close the record opened meanwhile.
 */
export function useAddress(): [URLSearchParams, (change: Change, replace: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const router = useContext(UNSAFE_DataRouterContext)?.router;
  const set = useCallback(
    (change: Change, replace: boolean) =>
      setParams(
        (drawn) => {
          if (!router) {
            return change(drawn);
          }
          const { location, navigation } = router.state;
          const next = navigation.location?.pathname === location.pathname ? navigation.location : location;
          return change(new URLSearchParams(next.search));
        },
        { replace },
      ),
    [setParams, router],
  );
  return [params, set];
}
