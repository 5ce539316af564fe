import { useTranslation } from "@orbita/i18n";
import { EmptyState, Late, Skeleton } from "@orbita/ui";
import { CloudOff } from "lucide-react";

/** The frame to come, while the session is restored. */
export function Restoring() {
  return (
    <Late ms={250}>
      <div className="flex h-dvh">
        <div className="flex w-[216px] flex-col gap-3 px-3 pt-4 max-md:hidden">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-8" />
          <Skeleton className="mt-2 h-4 w-24" />
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-4 w-20" />
        </div>
        <div className="flex-1 md:py-2 md:pr-2">
          <div className="h-full bg-surface md:rounded-xl md:shadow-card" />
        </div>
      </div>
    </Late>
  );
}

/** The server does not answer, so nobody knows who this is. Comes back by itself. */
export function Away() {
  const { t } = useTranslation("shell");
  return (
    <div className="grid h-dvh place-items-center" role="status">
      <EmptyState icon={CloudOff} title={t("away")} hint={t("awayHint")} />
    </div>
  );
}
