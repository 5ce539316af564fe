import { language, useTranslation } from "@orbita/i18n";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { Answer } from "./parts";
import { type RoleView, rolesQuery } from "./queries";

/** What each role may, in words: rows are deeds, columns are roles. */
export default function Rights() {
  return <Answer of={useQuery(rolesQuery)}>{({ items }) => <Table roles={items} />}</Answer>;
}

function Table({ roles }: { roles: readonly RoleView[] }) {
  const { t } = useTranslation("settings");
  const texts = new Map<string, string>();
  const held = new Set<string>();
  for (const { role, rights } of roles) {
    for (const right of rights) {
      const id = `${right.scope}:${right.access}:${right.text_en}`;
      texts.set(id, language() === "en" ? right.text_en : right.text);
      held.add(`${role} ${id}`);
    }
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="overflow-x-auto" aria-label={t("team.rights")} tabIndex={0}>
      <table className="w-full min-w-lg text-sm">
        <thead className="text-xs text-fg-3">
          <tr>
            <th scope="col" className="py-2 text-left font-normal">
              {t("team.may")}
            </th>
            {roles.map(({ role, title }) => (
              <th key={role} scope="col" className="px-2 py-2 text-center font-normal">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...texts].map(([id, text]) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal first-letter:uppercase">
                {text}
              </th>
              {roles.map(({ role }) => (
                <td key={role} className="px-2 text-center">
                  {held.has(`${role} ${id}`) ? (
                    <>
                      <Check aria-hidden className="mx-auto size-4 text-ok" />
                      <span className="sr-only">{t("team.yes")}</span>
                    </>
                  ) : (
                    <span className="text-fg-3">
                      <span aria-hidden>–</span>
                      <span className="sr-only">{t("team.no")}</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
