import { ErrorBox } from "@orbita/ui";
import { useRouteError } from "react-router";

/** A page that fell over, with a way to try again. */
export function Broken() {
  const error = useRouteError();
  return (
    <main className="mx-auto max-w-lg py-10">
      <ErrorBox error={error} onRetry={() => location.reload()} />
    </main>
  );
}
