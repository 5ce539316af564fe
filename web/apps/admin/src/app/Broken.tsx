import { i18next } from "@orbita/i18n";
import { Button, EmptyState, ErrorBox } from "@orbita/ui";
import { RefreshCw } from "lucide-react";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { NotFound } from "./NotFound";

const stale = (error: unknown) =>
  error instanceof Error && /dynamically imported module|Importing a module|preload/i.test(error.message);

/** What stands in place of a page that threw. A file that is gone means a newer version. */
export function Broken() {
  const error = useRouteError();
  const t = i18next.getFixedT(null, "shell");
  if (isRouteErrorResponse(error) && error.status === 404) {
    return <NotFound />;
  }
  const again = (
    <Button variant="primary" onClick={() => location.reload()}>
      {t("reload")}
    </Button>
  );
  if (stale(error)) {
    return <EmptyState icon={RefreshCw} title={t("newVersion")} action={again} className="min-h-dvh justify-center" />;
  }
  return (
    <div className="mx-auto flex h-full max-w-xl flex-col items-stretch justify-center gap-2 p-4">
      <h1 className="px-4 text-xl font-semibold">{t("brokenTitle")}</h1>
      <ErrorBox error={error} onRetry={() => location.reload()} />
    </div>
  );
}
