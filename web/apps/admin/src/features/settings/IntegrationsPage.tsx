import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Callout, Drawer, Tag } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { text, useSearchState } from "@/lib/search-state";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { type Integration, integrationsQuery, useWish } from "./queries";

const IntegrationForm = lazy(() => import("./IntegrationForm"));
const search = { open: text() };

/** Whether everything that a provider needs is filled in. */
export function stateOf({ fields, values, secrets_set }: Integration): "none" | "part" | "whole" {
  const has = (name: string, secret: boolean) => (secret ? secrets_set.includes(name) : !!values[name]?.trim());
  const needed = fields.filter(({ required }) => required);
  if (needed.every(({ name, secret }) => has(name, secret))) {
    return "whole";
  }
  return needed.some(({ name, secret }) => has(name, secret)) ? "part" : "none";
}

const hues = { none: "gray", part: "amber", whole: "green" } as const;

export function IntegrationsPage() {
  const { t } = useTranslation("settings");
  const [{ open }, set] = useSearchState(search);
  const integrations = useQuery(integrationsQuery);
  const close = () => set({ open: "" });
  const chosen = integrations.data?.items.find(({ name }) => name === open);
  return (
    <SettingsPage title={t("nav.integrations")} hint={t("integrations.hint")}>
      <Answer of={integrations}>
        {({ items }) => (
          <Rows label={t("nav.integrations")}>
            {items.map((each) => (
              <Provider key={each.name} of={each} onOpen={() => set({ open: each.name })} />
            ))}
          </Rows>
        )}
      </Answer>
      {chosen && (
        <Suspense>
          <Drawer open onOpenChange={close} title={chosen.title} description={t(`integrations.${stateOf(chosen)}`)}>
            <IntegrationForm key={chosen.name} of={chosen} onDone={close} />
          </Drawer>
        </Suspense>
      )}
    </SettingsPage>
  );
}

function Provider({ of, onOpen }: { of: Integration; onOpen: () => void }) {
  const { t } = useTranslation("settings");
  const state = stateOf(of);
  const test = useWish((name: string) =>
    take(api.POST("/api/integrations/{name}/test", { params: { path: { name } } })),
  );
  return (
    <Row
      title={
        <>
          {of.title}
          <Tag hue={hues[state]}>{t(`integrations.${state}`)}</Tag>
        </>
      }
      line={
        test.data && (
          <Callout tone={test.data.ok ? "ok" : "danger"} className="mt-2">
            {test.data.text}
          </Callout>
        )
      }
      end={
        <>
          {state === "whole" && (
            <Button busy={test.isPending} onClick={() => test.mutate(of.name)}>
              {t("check")}
            </Button>
          )}
          <Button onClick={onOpen}>{t(state === "none" ? "integrations.connect" : "integrations.setUp")}</Button>
        </>
      }
    />
  );
}
