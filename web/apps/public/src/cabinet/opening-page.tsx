import { useTranslation } from "@orbita/i18n";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { forgetHere, lastBusiness, rememberBusiness } from "../lib/cabinet";
import { ask, Refused } from "../lib/http";
import type { Entered, Opening } from "../lib/types";
import { Alert, Page as Frame, heading, Verb } from "../parts/basics";
import { Entrance } from "./entrance";

/** Exchanges the token of a link, once, and takes it out of the address at once. */
export function Page() {
  const { t } = useTranslation("cabinet");
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begun = useRef(false);
  const [failure, setFailure] = useState<Refused>();

  const open = async () => {
    setFailure(undefined);
    try {
      const opened = await ask<Entered>("/api/cabinet/session", { body: { token } satisfies Opening });
      // Another person may have used this device before.
      await forgetHere();
      queries.removeQueries({ queryKey: ["cabinet"] });
      rememberBusiness(opened.business);
      await navigate("/c", { replace: true });
    } catch (cause) {
      if (!(cause instanceof Refused)) {
        throw cause;
      }
      setFailure(cause);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a link works once, so it is tried once
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      void open();
    }
  }, []);

  if (failure && failure.status !== 0 && failure.status < 500) {
    return (
      <Frame brand={t("title")}>
        <h1 className={heading}>{t("linkGone")}</h1>
        <p className="mt-3 text-fg-2">{t("linkGoneText")}</p>
        <Entrance business={lastBusiness()} quiet />
      </Frame>
    );
  }
  return (
    <Frame brand={t("title")}>
      {failure ? (
        <div className="grid gap-3">
          <Alert>{failure.message}</Alert>
          <Verb onClick={() => void open()}>{t("retry")}</Verb>
        </div>
      ) : (
        <p role="status" className="pt-6 text-fg-2">
          {t("opening")}
        </p>
      )}
    </Frame>
  );
}
