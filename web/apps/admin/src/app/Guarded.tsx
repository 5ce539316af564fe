import { useTranslation } from "@orbita/i18n";
import { Forbidden, PageHeader } from "@orbita/ui";
import { Outlet } from "react-router";
import { mayOpen, type Role } from "./feature";
import { useMe } from "./session";

/** Opens a feature to its roles, and tells the others which those are. */
export function Guarded({ roles }: { roles?: readonly Role[] | undefined }) {
  const { role } = useMe();
  const { t } = useTranslation("common");
  if (mayOpen(roles, role)) {
    return <Outlet />;
  }
  return (
    <>
      <PageHeader title={t("forbiddenTitle")} />
      <Forbidden roles={roles ?? []} />
    </>
  );
}
