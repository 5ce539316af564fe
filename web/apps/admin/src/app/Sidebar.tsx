import { useTranslation } from "@orbita/i18n";
import { Avatar, cn, IconButton, Keys, Tag, Tip } from "@orbita/ui";
import { PanelLeft, Search } from "lucide-react";
import { useState } from "react";
import { NavLink } from "react-router";
import type { NavEntry } from "./feature";
import { Mark } from "./Mark";
import { MeMenu } from "./MeMenu";
import type { Section } from "./nav";
import { useMe } from "./session";

const KEY = "orbita.sidebar";

function keptNarrow(): boolean {
  try {
    return localStorage.getItem(KEY) === "narrow";
  } catch {
    return false;
  }
}

type Props = { sections: Section[]; onPalette: () => void; onKeys: () => void };

/** The menu at the left of a wide screen, 216 px or 52 px. */
export function Sidebar({ sections, onPalette, onKeys }: Props) {
  const { t } = useTranslation("shell");
  const { t: c } = useTranslation("common");
  const me = useMe();
  const [narrow, setNarrow] = useState(keptNarrow);
  const toggle = () => {
    const next = !narrow;
    setNarrow(next);
    try {
      localStorage.setItem(KEY, next ? "narrow" : "wide");
    } catch {
      // It holds for this visit then.
    }
  };
  return (
    <aside
      className={cn("flex shrink-0 flex-col gap-3 px-2 pt-2.5 pb-2 max-md:hidden", narrow ? "w-[52px]" : "w-[216px]")}
    >
      <div className={cn("flex h-8 items-center gap-2", narrow ? "justify-center" : "pl-1.5")}>
        {!narrow && (
          <>
            <Mark />
            <span className="min-w-0 flex-1 truncate font-semibold tracking-[-0.01em]">{me.business.name}</span>
          </>
        )}
        <IconButton label={narrow ? t("expand") : t("collapse")} onClick={toggle} className="text-fg-3">
          <PanelLeft />
        </IconButton>
      </div>
      <button
        type="button"
        onClick={onPalette}
        aria-label={t("palette")}
        className={cn(
          "flex h-8 shrink-0 items-center gap-2 rounded-md bg-surface px-2 text-fg-3 shadow-card hover:shadow-card-h",
          narrow && "justify-center px-0",
        )}
      >
        <Search aria-hidden className="size-4 shrink-0" />
        {!narrow && (
          <>
            <span className="truncate">{t("find")}</span>
            <span className="ml-auto">
              <Keys keys="Mod K" />
            </span>
          </>
        )}
      </button>
      <nav aria-label={t("mainMenu")} className="-mx-2 flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-2">
        {sections.map((section) => (
          <div key={section.id}>
            {section.id !== "top" &&
              (narrow ? (
                <div className="mx-2 mb-2 h-px bg-line" />
              ) : (
                <div className="px-2 pb-1 text-xs font-medium text-fg-3">{t(`sections.${section.id}`)}</div>
              ))}
            <ul className="flex flex-col gap-px">
              {section.entries.map((entry) => (
                <li key={entry.to}>
                  <Entry entry={entry} narrow={narrow} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {me.business.sandbox && !narrow && (
        <Tip label={t("sandboxHint")} side="right">
          <button type="button" className="self-start rounded px-2">
            <Tag hue="amber">{t("sandbox")}</Tag>
          </button>
        </Tip>
      )}
      <MeMenu onKeys={onKeys}>
        <button
          type="button"
          className={cn(
            "flex h-10 w-full min-w-0 items-center gap-2 rounded-md text-left hover:bg-hover data-[popup-open]:bg-press",
            narrow ? "justify-center" : "px-1.5",
          )}
        >
          <Avatar name={me.name} size={24} />
          <span className={cn("min-w-0 flex-1", narrow && "sr-only")}>
            <span className="block truncate text-sm leading-4 font-medium">{me.name}</span>
            <span className="block truncate text-xs leading-4 text-fg-3">
              {c(`roles.${me.role as "admin"}`, { defaultValue: me.role })}
            </span>
          </span>
        </button>
      </MeMenu>
    </aside>
  );
}

function Entry({ entry: { to, label, icon: Icon, key }, narrow }: { entry: NavEntry; narrow: boolean }) {
  const { t } = useTranslation("shell");
  const name = t(`nav.${label}`);
  const link = (
    <NavLink
      to={to}
      aria-label={narrow ? name : undefined}
      className={({ isActive }) =>
        cn(
          "group flex h-7.5 items-center gap-2.5 rounded-md px-2 font-medium text-fg-2 hover:bg-hover hover:text-fg touch:h-11",
          narrow && "justify-center px-0",
          isActive && "bg-press text-fg",
        )
      }
    >
      <Icon
        aria-hidden
        className="size-4 shrink-0 text-fg-3 group-aria-[current=page]:text-accent-text"
        strokeWidth={1.75}
      />
      {!narrow && <span className="truncate">{name}</span>}
    </NavLink>
  );
  return narrow ? (
    <Tip label={name} kbd={key && `G ${key}`} side="right">
      {link}
    </Tip>
  ) : (
    link
  );
}
