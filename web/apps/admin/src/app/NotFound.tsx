import { useTranslation } from "@orbita/i18n";
import { ButtonLink, EmptyState, PageHeader } from "@orbita/ui";
import { FileQuestion } from "lucide-react";

/** An address that leads nowhere; also shown by pages whose record is gone. */
export function NotFound() {
  const { t } = useTranslation("shell");
  return (
    <>
      <PageHeader title={t("notFoundTitle")} />
      <EmptyState
        icon={FileQuestion}
        title={t("notFoundTitle")}
        hint={t("notFoundDetail")}
        action={<ButtonLink to="/">{t("home")}</ButtonLink>}
      />
    </>
  );
}
