import { signOut } from "@orbita/api";
import { type Language, language, setLanguage, useTranslation, worded } from "@orbita/i18n";
import { Avatar, Button, cn, Segmented, Sheet } from "@orbita/ui";
import { LogOut, Menu as MenuIcon, Search } from "lucide-react";
import { useState } from "react";
import { Link, NavLink, useLocation } from "react-router";
import { type Section, useActions } from "./nav";
import { useMe } from "./session";
import { setTheme, type Theme, useTheme } from "./theme";

const tab = "flex h-14 min-w-0 flex-col items-center justify-center gap-1 px-0.5 text-2xs font-medium text-fg-3";

/** The bar at the bottom of a phone: up to four sections, and a sheet with all of them. */
export function PhoneBar({ sections, onPalette }: { sections: Section[]; onPalette: () => void }) {
  const { t } = useTranslation("shell");
  const [all, setAll] = useState(false);
  const { pathname } = useLocation();
  const entries = sections.flatMap((section) => section.entries);
  const shown = entries
    .filter((entry) => entry.phone)
    .sort((a, b) => (a.phone ?? 0) - (b.phone ?? 0))
    .slice(0, 4);
  const elsewhere = !shown.some((entry) => pathname.startsWith(entry.to));
  return (
    <nav
      aria-label={t("allSections")}
      className="grid shrink-0 auto-cols-fr grid-flow-col border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {shown.map(({ to, label, icon: Icon }) => (
        <NavLink key={to} to={to} className={({ isActive }) => cn(tab, isActive && "text-accent-text")}>
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
          <span className="max-w-full truncate">{t(`nav.${label}`)}</span>
        </NavLink>
      ))}
      <button
        type="button"
        className={cn(tab, elsewhere && "text-accent-text")}
        aria-haspopup="dialog"
        onClick={() => setAll(true)}
      >
        <MenuIcon aria-hidden className="size-5" strokeWidth={1.75} />
        <span className="max-w-full truncate">{t("moreSections")}</span>
      </button>
      <Everything open={all} onOpenChange={setAll} sections={sections} onPalette={onPalette} />
    </nav>
  );
}

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sections: Section[]; onPalette: () => void };

function Everything({ open, onOpenChange, sections, onPalette }: Props) {
  const { t } = useTranslation("shell");
  const me = useMe();
  const theme = useTheme();
  const actions = useActions();
  const close = () => onOpenChange(false);
  const row = "flex h-11 items-center gap-3 rounded-lg px-2 text-base font-medium active:bg-press";
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={me.business.name}>
      <button
        type="button"
        onClick={() => {
          close();
          onPalette();
        }}
        className="mb-2 flex h-11 w-full items-center gap-2 rounded-lg bg-sunken px-3 text-base text-fg-3"
      >
        <Search aria-hidden className="size-4" />
        {t("palette")}
      </button>
      {actions.length > 0 && (
        <ul className="mb-2 grid grid-cols-2 gap-2">
          {actions.map(({ id, to, icon: Icon, label }) => (
            <li key={id}>
              <Link
                to={to}
                onClick={close}
                className="flex h-11 items-center gap-2 rounded-lg px-3 text-base shadow-card"
              >
                <Icon aria-hidden className="size-4 text-accent-text" />
                <span className="truncate">{worded(label)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {sections.map((section) => (
        <div key={section.id} className="mb-1">
          {section.id !== "top" && (
            <div className="px-2 pt-2 pb-1 text-xs font-medium text-fg-3">{t(`sections.${section.id}`)}</div>
          )}
          <ul>
            {section.entries.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} onClick={close} className={({ isActive }) => cn(row, isActive && "bg-press")}>
                  <Icon aria-hidden className="size-5 text-fg-3" strokeWidth={1.75} />
                  {t(`nav.${label}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="mt-2 flex flex-col gap-3 border-t border-line px-2 pt-3">
        <Segmented<Theme>
          label={t("theme")}
          value={theme}
          onChange={setTheme}
          options={[
            { value: "light", label: t("themeLight") },
            { value: "dark", label: t("themeDark") },
            { value: "system", label: t("themeSystem") },
          ]}
        />
        <Segmented<Language>
          label={t("language")}
          value={language()}
          onChange={(next) => void setLanguage(next)}
          options={[
            { value: "ru", label: "Русский" },
            { value: "en", label: "English" },
          ]}
        />
        <div className="flex items-center gap-3">
          <Avatar name={me.name} size={32} />
          <span className="min-w-0 flex-1 truncate text-base font-medium">{me.name}</span>
          <Button onClick={() => void signOut()}>
            <LogOut aria-hidden />
            {t("signOut")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
