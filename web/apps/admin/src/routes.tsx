import { words } from "@orbita/i18n";
import { createBrowserRouter, type RouteObject } from "react-router";
import { Broken } from "./app/Broken";
import { Restoring } from "./app/entrance/Waiting";
import { features } from "./app/feature";
import { Guarded } from "./app/Guarded";
import { Home } from "./app/Home";
import { NotFound } from "./app/NotFound";
import { SignedIn } from "./app/SignedIn";

const entrance: RouteObject[] = (
  [
    ["/signin", () => import("./app/entrance/SignInPage").then((m) => m.SignInPage)],
    ["/forgot", () => import("./app/entrance/ForgotPage").then((m) => m.ForgotPage)],
    ["/password", () => import("./app/entrance/ResetPage").then((m) => m.ResetPage)],
    ["/invitation", () => import("./app/entrance/InvitationPage").then((m) => m.InvitationPage)],
  ] as const
).map(([path, load]) => ({
  path,
  errorElement: <Broken />,
  hydrateFallbackElement: <Restoring />,
  lazy: async () => {
    const [Component] = await Promise.all([load(), words("auth")]);
    return { Component };
  },
}));

/** A feature adds its own file `features/<name>/routes.tsx`; nothing has to be written here. */
export const makeRouter = () =>
  createBrowserRouter(
    [
      ...entrance,
      {
        element: <SignedIn />,
        errorElement: <Broken />,
        hydrateFallbackElement: <Restoring />,
        children: [
          {
            // Of its own chunk: who signs in waits for no menus.
            lazy: async () => ({ Component: (await import("./app/Frame")).Frame }),
            errorElement: <Broken />,
            children: [
              { index: true, element: <Home /> },
              ...features.map((feature) => ({
                element: <Guarded roles={feature.roles} />,
                errorElement: <Broken />,
                children: feature.routes,
              })),
              { path: "*", element: <NotFound /> },
            ],
          },
        ],
      },
    ],
    { basename: "/admin" },
  );
