import { useTranslation } from "@orbita/i18n";
import { Button, ButtonLink, Card } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "@/app/session";
import { setUpQuery } from "@/app/setup/queries";
import { putOfferAway, tourTo, useTourOffered } from "@/app/tour/tour";

const KEY = "orbita.setup.hidden";
const kept = (): boolean => {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
};

/** What a stranger needs first: a walk in a sample business, the list of steps in one of their own. */
export function FirstMinutes() {
  const { t } = useTranslation("start");
  const me = useMe();
  const offered = useTourOffered();
  if (me.business.sandbox) {
    return offered ? (
      <Card className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold">{t("tour.offer")}</h2>
          <p className="text-fg-2">{t("tour.offerHint")}</p>
        </div>
        <div className="flex gap-2">
          <Button size="md" variant="ghost" onClick={putOfferAway}>
            {t("tour.notNow")}
          </Button>
          <Button size="md" variant="primary" onClick={() => tourTo(0)}>
            {t("tour.start")}
          </Button>
        </div>
      </Card>
    ) : null;
  }
  return me.role === "admin" ? <Unfinished /> : null;
}

function Unfinished() {
  const { t } = useTranslation("start");
  const [hidden, setHidden] = useState(kept);
  const { data } = useQuery({ ...setUpQuery, enabled: !hidden });
  const left = data?.filter((step) => !step.done && !step.optional).length ?? 0;
  if (hidden || left === 0) {
    return null;
  }
  const hide = () => {
    setHidden(true);
    try {
      localStorage.setItem(KEY, "1");
    } catch {
      // Until the next visit then.
    }
  };
  return (
    <Card className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold">{t("setup.title")}</h2>
        <p className="text-fg-2">{t("setup.left", { count: left })}</p>
      </div>
      <div className="flex gap-2">
        <Button size="md" variant="ghost" onClick={hide}>
          {t("setup.hide")}
        </Button>
        <ButtonLink size="md" variant="primary" to="/setup">
          {t("setup.do")}
        </ButtonLink>
      </div>
    </Card>
  );
}
