import { api, take } from "@orbita/api";
import { time, useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, buttonClass, Section, toast } from "@orbita/ui";
import { useState } from "react";
import { Secret, SettingsPage } from "./parts";
import { useWish } from "./queries";

/** Ties a colleague's Telegram to their login, so that the bot tells them of new leads, payments and answers. */
export function NoticesPage() {
  const { t } = useTranslation("settings");
  const [untying, setUntying] = useState(false);
  const tie = useWish(() => take(api.POST("/api/notices/link-code")));
  const untie = useWish(() => take(api.DELETE("/api/notices/link")));
  return (
    <SettingsPage title={t("nav.notices")}>
      <Section title={t("notices.title")} hint={t("notices.hint")}>
        {tie.data ? (
          <>
            <p>{t("notices.send", { time: time(tie.data.expires_at) })}</p>
            <Secret name={t("notices.command")} text={tie.data.command} />
            {tie.data.link && (
              <a
                className={buttonClass({ variant: "primary", className: "self-start" })}
                href={tie.data.link}
                target="_blank"
                rel="noreferrer"
              >
                {t("notices.open")}
              </a>
            )}
          </>
        ) : (
          <Button variant="primary" className="self-start" busy={tie.isPending} onClick={() => tie.mutate()}>
            {t("notices.tie")}
          </Button>
        )}
        <Button variant="danger-ghost" className="self-start" onClick={() => setUntying(true)}>
          {t("notices.untie")}
        </Button>
      </Section>
      <AlertDialog
        open={untying}
        onOpenChange={setUntying}
        title={t("notices.untieTitle")}
        description={t("notices.untieDetail")}
        confirm={t("notices.untie")}
        busy={untie.isPending}
        onConfirm={() =>
          untie.mutate(undefined, {
            onSuccess: () => toast.done({ title: t("notices.untied") }),
            onSettled: () => setUntying(false),
          })
        }
      />
    </SettingsPage>
  );
}
