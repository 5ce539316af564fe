import { useTranslation } from "@orbita/i18n";
import { AlertDialog } from "@orbita/ui";
import { useCallback, useEffect, useState } from "react";
import { useBlocker } from "react-router";

/**
 * Asks before unsaved changes are lost: by a link, Back, a reload, or the drawer's own close. Render `question`
 * somewhere; give `mayClose` to a `Drawer` as its `guard` with what to do when the person leaves all the same.
 */
export function useUnsaved(dirty: boolean) {
  const { t } = useTranslation("common");
  const [leave, setLeave] = useState<() => void>();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) {
      return;
    }
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", hold);
    return () => removeEventListener("beforeunload", hold);
  }, [dirty]);

  const mayClose = useCallback(
    (close: () => void) => {
      if (!dirty) {
        return true;
      }
      setLeave(() => close);
      return false;
    },
    [dirty],
  );
  const open = leave !== undefined || blocker.state === "blocked";
  const stay = () => {
    setLeave(undefined);
    blocker.reset?.();
  };
  const question = (
    <AlertDialog
      open={open}
      onOpenChange={(next) => !next && stay()}
      title={t("unsavedTitle")}
      description={t("unsavedDetail")}
      confirm={t("leave")}
      cancel={t("stay")}
      onConfirm={() => {
        leave?.();
        setLeave(undefined);
        blocker.proceed?.();
      }}
    />
  );
  return { mayClose, question };
}
