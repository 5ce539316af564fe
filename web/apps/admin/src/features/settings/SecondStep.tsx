import { api, take } from "@orbita/api";
import { date, useTranslation } from "@orbita/i18n";
import { Button, Section, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QuickForm, textOf } from "@/lib/quick-form";
import { Answer, Secret, ShownOnce } from "./parts";
import { totpQuery, useAsk } from "./queries";

type Step =
  | { at: "rest" }
  | { at: "password" }
  | { at: "code"; secret: string; uri: string; qr: string }
  | { at: "off" }
  | { at: "again" }
  | { at: "recovery"; codes: string[] };

/** The second step of the entrance: a code of an application on the phone. */
export function SecondStep() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const totp = useQuery(totpQuery);
  const [step, setStep] = useState<Step>({ at: "rest" });
  const rest = () => setStep({ at: "rest" });
  const cancel = (
    <Button size="md" variant="ghost" onClick={rest}>
      {c("cancel")}
    </Button>
  );
  const password = {
    name: "password",
    label: t("profile.current"),
    kind: "password",
    required: true,
    autoComplete: "current-password",
  } as const;
  const code = { name: "code", label: t("totp.code"), kind: "code", required: true, max: 20 } as const;
  return (
    <Section title={t("totp.title")} hint={t("totp.hint")}>
      {step.at === "rest" && (
        <Answer of={totp}>
          {(state) =>
            state.enabled ? (
              <>
                <p className="flex flex-wrap items-center gap-2">
                  <Tag hue="green">{t("totp.on")}</Tag>
                  <span className="text-fg-3">
                    {t("totp.since", { when: date(state.enabled_at) })},{" "}
                    {t("totp.left", { count: state.recovery_codes_left })}
                  </span>
                </p>
                <div className="flex flex-wrap gap-2">
                  <Button onClick={() => setStep({ at: "again" })}>{t("totp.newCodes")}</Button>
                  <Button variant="danger-ghost" onClick={() => setStep({ at: "off" })}>
                    {t("totp.switchOff")}
                  </Button>
                </div>
              </>
            ) : (
              <Button className="self-start" onClick={() => setStep({ at: "password" })}>
                {t("totp.switchOn")}
              </Button>
            )
          }
        </Answer>
      )}
      {step.at === "password" && (
        <QuickForm
          fields={[password]}
          submit={t("totp.next")}
          beside={cancel}
          send={async (values) =>
            setStep({
              at: "code",
              ...(await take(api.POST("/api/auth/totp", { body: { password: String(values.password) } }))),
            })
          }
        />
      )}
      {step.at === "code" && (
        <>
          <p className="text-fg-2">{t("totp.scan")}</p>
          {/* White under it in both themes: readers want dark on light. */}
          <img
            src={step.qr}
            alt={t("totp.qr")}
            width={200}
            height={200}
            className="rounded-lg bg-white p-1 shadow-card [image-rendering:pixelated]"
          />
          <p className="text-fg-3">{t("totp.byHand")}</p>
          <Secret name={t("totp.secret")} text={step.secret} />
          <a className="text-accent-text underline" href={step.uri}>
            {t("totp.openApp")}
          </a>
          <QuickForm
            fields={[code]}
            submit={t("totp.confirm")}
            beside={cancel}
            send={async (values) => {
              const { recovery_codes } = await ask(
                take(api.POST("/api/auth/totp/confirm", { body: { code: textOf(values, "code") } })),
              );
              setStep({ at: "recovery", codes: recovery_codes });
            }}
          />
        </>
      )}
      {(step.at === "off" || step.at === "again") && (
        <QuickForm
          key={step.at}
          fields={[password, code]}
          submit={t(step.at === "off" ? "totp.switchOff" : "totp.newCodes")}
          danger={step.at === "off"}
          beside={cancel}
          send={async (values) => {
            const body = { password: String(values.password), code: textOf(values, "code") };
            if (step.at === "off") {
              await ask(take(api.POST("/api/auth/totp/off", { body })));
              rest();
            } else {
              const fresh = await ask(take(api.POST("/api/auth/totp/recovery-codes", { body })));
              setStep({ at: "recovery", codes: fresh.recovery_codes });
            }
          }}
        />
      )}
      {step.at === "recovery" && (
        <>
          <p className="text-fg-2">{t("totp.keep")}</p>
          <ShownOnce name={t("totp.recovery")} secret={step.codes.join(" ")} />
          <Button className="self-start" onClick={rest}>
            {c("done")}
          </Button>
        </>
      )}
    </Section>
  );
}
