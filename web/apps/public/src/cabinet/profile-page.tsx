import { language, setLanguage, useTranslation } from "@orbita/i18n";
import { date, phone } from "@orbita/i18n/format";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { forgetHere, useKept } from "../lib/cabinet";
import { ask } from "../lib/http";
import type { Consents, Erase as Erasure, ExportLink, Me, Wish } from "../lib/types";
import { Alert, box, heading, Panel, Row, Verb, verb } from "../parts/basics";

/** Who one is to us, and what one may do with it. */
export function Page() {
  const { t } = useTranslation("cabinet");
  const queries = useQueryClient();
  const me = useKept<Me>(["me"], "/api/cabinet/me");
  const consents = useKept<Consents>(["consents"], "/api/cabinet/consents");
  const [failure, setFailure] = useState<string>();
  const [erasing, setErasing] = useState(false);
  const agreed = consents.data?.items.filter((each) => each.purpose === "marketing").at(-1)?.given ?? false;

  const attempt = async (work: () => Promise<void>) => {
    setFailure(undefined);
    try {
      await work();
    } catch (cause) {
      setFailure((cause as Error).message);
    }
  };
  const leave = (path: string, body: unknown = {}, to = "/c") =>
    attempt(async () => {
      await ask(path, { body });
      await forgetHere();
      queries.clear();
      location.replace(to);
    });

  return (
    <>
      <h1 className={heading}>{me.data?.name || t("profile")}</h1>
      {failure && (
        <div className="mt-4">
          <Alert>{failure}</Alert>
        </div>
      )}
      <Panel className="mt-4">
        <h2 className="font-semibold">{t("contacts")}</h2>
        <ul className="mt-1 text-fg-2">
          {me.data?.phones.map((each) => (
            <li key={each} className="tnum">
              {phone(each)}
            </li>
          ))}
          {me.data?.emails.map((each) => (
            <li key={each} className="break-all">
              {each}
            </li>
          ))}
        </ul>
        {me.data?.bot_url && (
          <a className={verb("plain", "mt-4 w-full")} href={me.data.bot_url}>
            {t("openBot")}
          </a>
        )}
      </Panel>
      <Panel className="mt-3">
        <h2 className="font-semibold">{t("consents")}</h2>
        <label className="mt-3 grid grid-cols-[24px_1fr] gap-3">
          <input
            type="checkbox"
            className="mt-px size-[22px] accent-accent"
            checked={agreed}
            disabled={!consents.data}
            onChange={(event) => {
              const given = event.target.checked;
              void attempt(async () => {
                await ask<Wish>("/api/cabinet/consents/marketing", { method: "PUT", body: { given } satisfies Wish });
                await consents.refetch();
              });
            }}
          />
          <span>
            {t("offers")}
            <span className="block text-[14px] leading-5 text-fg-3">{t("offersText")}</span>
          </span>
        </label>
        <ul className="mt-3 text-[14px] leading-5 text-fg-3">
          {consents.data?.items.map((each) => (
            <li key={`${each.at}-${each.purpose}`}>
              {date(each.at)}:{" "}
              {t(each.purpose === "marketing" ? "consentMarketing" : "consentProcessing").toLowerCase()},{" "}
              {t(each.given ? "given" : "taken")}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel className="mt-3 grid gap-3">
        <h2 className="font-semibold">{t("data")}</h2>
        <Verb
          look="plain"
          onClick={() =>
            void attempt(async () => {
              const { url } = await ask<ExportLink>("/api/cabinet/export", { body: {} });
              location.assign(url);
            })
          }
        >
          {t("export")}
        </Verb>
        {erasing ? (
          <Erase onErase={(confirm) => leave("/api/cabinet/erase", { confirm } satisfies Erasure, "/c?erased")} />
        ) : (
          <Verb look="quiet" className="text-danger" onClick={() => setErasing(true)}>
            {t("erase")}
          </Verb>
        )}
      </Panel>
      <div className="mt-3 grid gap-1">
        <Verb look="quiet" onClick={() => void setLanguage(language() === "ru" ? "en" : "ru")}>
          {t("language")}
        </Verb>
        <Verb look="quiet" onClick={() => void leave("/api/cabinet/logout")}>
          {t("leave")}
        </Verb>
        <Verb look="quiet" onClick={() => void leave("/api/cabinet/logout-everywhere")}>
          {t("leaveAll")}
        </Verb>
      </div>
    </>
  );
}

function Erase({ onErase }: { onErase: (confirm: string) => void }) {
  const { t } = useTranslation("cabinet");
  const [word, setWord] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onErase(word);
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <p className="text-[15px] leading-[22px] text-fg-2">{t("eraseText")}</p>
      <Row label={t("eraseConfirm")}>
        {(bound) => (
          <input
            {...bound}
            className={box}
            autoComplete="off"
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
        )}
      </Row>
      <button type="submit" disabled={word.trim().toLowerCase() !== "стереть"} className={verb("danger")}>
        {t("eraseButton")}
      </button>
    </form>
  );
}
