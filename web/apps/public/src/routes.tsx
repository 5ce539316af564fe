import { createBrowserRouter, type RouteObject } from "react-router";
import { Broken } from "./app/Broken";
import { NotFound } from "./app/NotFound";
import { sandboxRoutes } from "./sandbox/routes";

const routes: RouteObject[] = [...sandboxRoutes];

export const makeRouter = () =>
  createBrowserRouter([
    {
      errorElement: <Broken />,
      HydrateFallback: () => null,
      children: [...routes, { path: "*", element: <NotFound /> }],
    },
  ]);
