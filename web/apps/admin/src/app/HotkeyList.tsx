import { useTranslation } from "@orbita/i18n";
import { Dialog, Keys, Switch } from "@orbita/ui";
import { type Group, hotkeysOn, switchHotkeys, useHotkeys } from "./hotkeys";

const titles = { general: "general", go: "goSection", page: "pageSection" } as const;

/** All keys that work on this page, read from the same registry that runs them. */
export default function HotkeyList({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation("shell");
  const all = useHotkeys();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("hotkeys")} description={t("hotkeysHint")}>
      <div className="flex flex-col gap-4">
        <Switch label={t("hotkeysOn")} checked={hotkeysOn()} onChange={switchHotkeys} />
        {(["general", "page", "go"] as Group[]).map((group) => {
          const rows = all.filter((each) => each.group === group);
          return (
            rows.length > 0 && (
              <section key={group}>
                <h3 className="pb-1 text-xs font-medium text-fg-3">{t(titles[group])}</h3>
                <ul>
                  {rows.map((each) => (
                    <li
                      key={each.keys}
                      className="flex h-8 items-center justify-between gap-4 border-b border-line last:border-0"
                    >
                      <span className="truncate">{each.label}</span>
                      <Keys keys={each.keys} />
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
    </Dialog>
  );
}
