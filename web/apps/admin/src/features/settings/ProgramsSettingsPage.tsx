import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { QuickForm, textOf } from "@/lib/quick-form";
import { Answer, SettingsPage } from "./parts";
import { programsQuery, useAsk } from "./queries";

const modes = ["automatic", "ask", "off"] as const;

/** What becomes of a plan after a client's weekly answers. */
export function ProgramsSettingsPage() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  return (
    <SettingsPage title={t("nav.programs")} hint={t("programs.hint")}>
      <Answer of={useQuery(programsQuery)}>
        {({ adaptation }) => (
          <QuickForm
            guarded
            fields={[
              {
                name: "adaptation",
                label: t("programs.adaptation"),
                hint: t("programs.adaptationHint"),
                kind: "select",
                options: modes.map((value) => ({ value, label: t(`programs.modes.${value}`) })),
              },
            ]}
            initial={{ adaptation }}
            submit={c("save")}
            send={async (values) => {
              await ask(
                take(api.PUT("/api/programs/settings", { body: { adaptation: textOf(values, "adaptation") } })),
              );
              toast.done({ title: c("saved") });
            }}
          />
        )}
      </Answer>
    </SettingsPage>
  );
}
