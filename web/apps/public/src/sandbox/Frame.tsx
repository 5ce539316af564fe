import "./sandbox.css";
import { ErrorBox, ToastProvider, TooltipProvider } from "@orbita/ui";
import { Outlet, useRouteError } from "react-router";

/** What the components of the kit stand in. */
export function Frame() {
  return (
    <TooltipProvider delay={350}>
      <ToastProvider>
        <Outlet />
      </ToastProvider>
    </TooltipProvider>
  );
}

/** A page that fell over, with a way to try again. */
export function Broken() {
  const error = useRouteError();
  return (
    <main className="mx-auto max-w-lg py-10">
      <ErrorBox error={error} onRetry={() => location.reload()} />
    </main>
  );
}
