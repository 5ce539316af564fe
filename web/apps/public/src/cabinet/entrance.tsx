import { useTranslation } from "@orbita/i18n";
import { type FormEvent, useState } from "react";
import { ask, Refused } from "../lib/http";
import { useLook } from "../lib/look";
import type { LinkAnswer, LinkWish } from "../lib/types";
import { box, heading, Panel, Row, verb } from "../parts/basics";

/** A way in for who has no link: by e-mail, or from the bot. */
export function Entrance({ business, quiet }: { business: string | undefined; quiet?: boolean }) {
  const { t } = useTranslation("cabinet");
  const look = useLook(business);
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [answer, setAnswer] = useState<string>();
  const [busy, setBusy] = useState(false);
  const known = business && !look.isError;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!business) {
      return;
    }
    setBusy(true);
    setWrong(undefined);
    try {
      const body = { business, email: email.trim() } satisfies LinkWish;
      setAnswer((await ask<LinkAnswer>("/api/cabinet/links", { body })).text);
    } catch (cause) {
      if (!(cause instanceof Refused)) {
        throw cause;
      }
      setWrong(cause.field("email") ?? cause.message);
    }
    setBusy(false);
  };

  return (
    <>
      {!quiet && <h1 className={heading}>{t("enter")}</h1>}
      {!quiet && <p className="mt-3 text-fg-2">{known ? t("enterText") : t("enterNoBusiness")}</p>}
      {known && (
        <Panel className="mt-6">
          {answer ? (
            <p role="status">{answer}</p>
          ) : (
            <form noValidate onSubmit={submit} className="grid gap-4">
              <Row label={t("email")} error={wrong}>
                {(bound) => (
                  <input
                    {...bound}
                    className={box}
                    type="email"
                    inputMode="email"
                    autoComplete="email"
                    placeholder="anna@example.ru"
                    maxLength={254}
                    value={email}
                    onChange={(event) => setEmail(event.target.value)}
                  />
                )}
              </Row>
              <button type="submit" disabled={busy || !email.trim()} className={verb()}>
                {t("sendLink")}
              </button>
            </form>
          )}
        </Panel>
      )}
      {known && look.data?.bot_url && (
        <p className="mt-4 text-[15px] text-fg-2">
          {t("orBot")}.{" "}
          <a className="text-accent-text underline underline-offset-3" href={look.data.bot_url}>
            {t("openBot")}
          </a>
        </p>
      )}
    </>
  );
}
