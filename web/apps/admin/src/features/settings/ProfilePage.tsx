import { api, take } from "@orbita/api";
import { ago, language, setLanguage, useTranslation } from "@orbita/i18n";
import { Button, Section, Segmented, Switch, Tag, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { hotkeysOn, switchHotkeys, useHotkeys } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { setTheme, useTheme } from "@/app/theme";
import { QuickForm, textOf } from "@/lib/quick-form";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { sessionsQuery, useAsk, useWish } from "./queries";
import { SecondStep } from "./SecondStep";

export function ProfilePage() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const me = useMe();
  return (
    <SettingsPage title={t("nav.profile")} hint={`${me.name}, ${c(`roles.${me.role as "admin"}`)}`}>
      <Look />
      <Email />
      <Password />
      <SecondStep />
      <Sessions />
    </SettingsPage>
  );
}

function Look() {
  const { t } = useTranslation("settings");
  const { t: s } = useTranslation("shell");
  const theme = useTheme();
  useHotkeys();
  const keys = useSyncExternalStore(
    () => () => undefined,
    () => hotkeysOn(),
  );
  return (
    <Section title={t("profile.look")} hint={t("profile.lookHint")}>
      <Segmented
        className="max-w-sm"
        label={s("theme")}
        value={theme}
        onChange={setTheme}
        options={[
          { value: "light", label: s("themeLight") },
          { value: "dark", label: s("themeDark") },
          { value: "system", label: s("themeSystem") },
        ]}
      />
      <Segmented
        className="max-w-sm"
        label={s("language")}
        value={language()}
        onChange={(next) => void setLanguage(next)}
        options={[
          { value: "ru", label: "Русский" },
          { value: "en", label: "English" },
        ]}
      />
      <Switch label={s("hotkeys")} hint={s("hotkeysHint")} checked={keys} onChange={switchHotkeys} />
    </Section>
  );
}

function Email() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  return (
    <Section title={t("email")} hint={t("profile.emailHint")}>
      <QuickForm
        clear
        fields={[
          { name: "email", label: t("profile.newEmail"), kind: "email", required: true, max: 254 },
          {
            name: "password",
            label: t("profile.current"),
            kind: "password",
            required: true,
            autoComplete: "current-password",
          },
        ]}
        submit={t("profile.changeEmail")}
        send={(values) =>
          take(
            api.PUT("/api/auth/email", {
              body: { email: textOf(values, "email"), password: String(values.password) },
            }),
          )
        }
        onDone={() => toast.done({ title: c("saved") })}
      />
    </Section>
  );
}

function Password() {
  const { t } = useTranslation("settings");
  return (
    <Section title={t("profile.password")} hint={t("profile.passwordHint")}>
      <QuickForm
        clear
        fields={[
          {
            name: "password",
            label: t("profile.current"),
            kind: "password",
            required: true,
            autoComplete: "current-password",
          },
          { name: "new_password", label: t("profile.new"), kind: "password", required: true, max: 200 },
        ]}
        submit={t("profile.changePassword")}
        send={(values) =>
          take(
            api.POST("/api/auth/password", {
              body: { password: String(values.password), new_password: String(values.new_password) },
            }),
          )
        }
        onDone={() => toast.done({ title: t("profile.passwordChanged") })}
      />
    </Section>
  );
}

function Sessions() {
  const { t } = useTranslation("settings");
  const sessions = useQuery(sessionsQuery);
  const end = useWish((id: string) => take(api.DELETE("/api/auth/sessions/{id}", { params: { path: { id } } })));
  const ask = useAsk();
  const others = useWish(() => ask(take(api.DELETE("/api/auth/sessions"))));
  return (
    <Section title={t("profile.sessions")} hint={t("profile.sessionsHint")}>
      <Answer of={sessions}>
        {({ items }) => (
          <>
            <Rows label={t("profile.sessions")}>
              {items.map((session) => (
                <Row
                  key={session.id}
                  title={
                    <>
                      {agentOf(session.agent) ?? t("profile.unknownAgent")}
                      {session.current && <Tag hue="green">{t("profile.thisOne")}</Tag>}
                    </>
                  }
                  line={[session.address, ago(session.seen_at)].filter(Boolean).join(" · ")}
                  end={
                    !session.current && (
                      <Button
                        busy={end.isPending && end.variables === session.id}
                        onClick={() => end.mutate(session.id)}
                      >
                        {t("profile.end")}
                      </Button>
                    )
                  }
                />
              ))}
            </Rows>
            {items.length > 1 && (
              <Button
                variant="danger-ghost"
                className="self-start"
                busy={others.isPending}
                onClick={() => others.mutate()}
              >
                {t("profile.endOthers")}
              </Button>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}

/** «Chrome, Windows» of what a browser says about itself. */
export function agentOf(agent: string | null | undefined): string | undefined {
  if (!agent) {
    return undefined;
  }
  const browser = [
    ["YaBrowser", "Яндекс.Браузер"],
    ["Edg/", "Edge"],
    ["Firefox", "Firefox"],
    ["Chrome", "Chrome"],
    ["Safari", "Safari"],
  ].find(([mark]) => agent.includes(mark ?? ""))?.[1];
  const system = [
    ["Android", "Android"],
    ["iPhone", "iPhone"],
    ["iPad", "iPad"],
    ["Windows", "Windows"],
    ["Mac OS", "macOS"],
    ["Linux", "Linux"],
  ].find(([mark]) => agent.includes(mark ?? ""))?.[1];
  return [browser, system].filter(Boolean).join(", ") || agent.slice(0, 60);
}
