import { useTranslation } from "@orbita/i18n";
import { EmptyState } from "@orbita/ui";
import { Compass } from "lucide-react";
import { Navigate } from "react-router";
import { useNav } from "./nav";

/** The first section that the role opens. */
export function Home() {
  const { t } = useTranslation("shell");
  const first = useNav()[0]?.entries[0];
  return first ? (
    <Navigate to={first.to} replace />
  ) : (
    <EmptyState icon={Compass} title={t("emptyHomeTitle")} hint={t("emptyHomeDetail")} />
  );
}
