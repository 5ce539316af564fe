import { api, type paths, take } from "@orbita/api";
import { useTranslation, worded } from "@orbita/i18n";
import { toast } from "@orbita/ui";
import { QuickForm } from "@/lib/quick-form";
import { useAsk } from "./queries";
import { blocks, linesOf, type Section, sectionOf, shape, translated, type Website } from "./website";

type Props = { section: Section; site: Website; version: string | undefined; onDone: () => void };
type Address = Extract<keyof paths, `/api/website-settings/${string}`>;

const back = (names: ReadonlyMap<string, string>) => new Map([...names].map(([code, word]) => [word, code]));

export default function WebsiteForm({ section, site, version, onDone }: Props) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const names = new Map(blocks.map((block) => [block, t(`website.sections.${block}`)] as const));
  const fields = Object.entries(shape[section]).map(([name, how]) => ({
    name,
    label: worded(`settings:website.fields.${name}`),
    ...(how === "switch" && { kind: "switch" as const }),
    ...(how === "corner" && {
      kind: "select" as const,
      options: (["right", "left"] as const).map((value) => ({ value, label: t(`website.corner.${value}`) })),
    }),
    ...(how !== "text" && how !== "switch" && how !== "corner" && { kind: "area" as const }),
    ...(how === "blocks" && { hint: t("website.blocksHint", { names: [...names.values()].join(", ") }) }),
    ...(how === "lines" && { hint: t("website.eachLine") }),
    ...(typeof how !== "string" && {
      hint: t("website.parts", { form: how.map((part) => worded(`settings:website.part.${part}`)).join(" | ") }),
    }),
  }));
  return (
    <QuickForm
      guarded
      fields={fields}
      initial={translated(linesOf(site, section), section, names)}
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
              body: sectionOf(site, section, translated(values, section, back(names))) as never,
            }),
          ),
        )
      }
    />
  );
}
