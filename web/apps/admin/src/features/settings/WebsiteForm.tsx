import { api, type paths, take } from "@orbita/api";
import { useTranslation, worded } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { QuickForm } from "@/lib/quick-form";
import { useAsk } from "./queries";
import { linesOf, type Section, sectionOf, shape, type Website } from "./website";

type Props = { section: Section; site: Website; version: string | undefined; onDone: () => void };
type Address = Extract<keyof paths, `/api/website-settings/${string}`>;

export default function WebsiteForm({ section, site, version, onDone }: Props) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const fields = Object.entries(shape[section]).map(([name, how]) => ({
    name,
    label: worded(`settings:website.fields.${name}`),
    ...(how === "switch" && { kind: "switch" as const }),
    ...(how !== "text" && how !== "switch" && { kind: "area" as const }),
    ...(how === "lines" && { hint: t("website.eachLine") }),
    ...(typeof how !== "string" && {
      hint: t("website.parts", { form: how.map((part) => worded(`settings:website.part.${part}`)).join(" | ") }),
    }),
  }));
  return (
    <QuickForm
      guarded
      fields={fields}
      initial={linesOf(site, section)}
      names={Object.fromEntries(fields.map(({ name }) => [`${section}.${name}`, name]))}
      submit={c("save")}
      onDone={() => {
        toast.done({ title: c("saved") });
        onDone();
      }}
      send={(values) =>
        ask(
          take(
            // Each section has an address of its own, and all of them the same shape of a call.
            api.PUT(`/api/website-settings/${section}` as Address, {
              params: { header: version === undefined ? {} : { "If-Match": version } },
              body: sectionOf(site, section, values) as never,
            }),
          ),
        )
      }
    />
  );
}
