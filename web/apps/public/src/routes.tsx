import { createBrowserRouter, type LazyRouteFunction, type RouteObject } from "react-router";
import { sandboxRoutes } from "./sandbox/routes";

const page = (load: () => Promise<unknown>): LazyRouteFunction<RouteObject> =>
  (async () => {
    const loaded = (await load()) as { Page: React.ComponentType };
    return { Component: loaded.Page };
  }) as LazyRouteFunction<RouteObject>;

/** Each page comes with its first visit; the cabinet's pages share its frame. */
export const makeRouter = () =>
  createBrowserRouter([
    { path: "/s/:slug/pay", lazy: page(() => import("./checkout/checkout-page")) },
    { path: "/s/:slug/pay/:id", lazy: page(() => import("./checkout/result-page")) },
    {
      path: "/c",
      lazy: page(() => import("./cabinet/frame")),
      children: [
        { index: true, lazy: page(() => import("./cabinet/training-page")) },
        { path: "progress", lazy: page(() => import("./cabinet/progress-page")) },
        { path: "payments", lazy: page(() => import("./cabinet/payments-page")) },
        { path: "profile", lazy: page(() => import("./cabinet/profile-page")) },
      ],
    },
    ...sandboxRoutes,
    { path: "/c/:token", lazy: page(() => import("./cabinet/opening-page")) },
  ]);
