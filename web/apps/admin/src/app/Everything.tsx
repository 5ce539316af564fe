import { signOut } from "@orbita/api";
import { type Language, language, setLanguage, useTranslation, worded } from "@orbita/i18n";
import { Avatar, Button, cn, Segmented, Sheet } from "@orbita/ui";
import { LogOut, Search } from "lucide-react";
import { Link, NavLink } from "react-router";
import { type Section, useActions } from "./nav";
import { useMe } from "./session";
import { setTheme, type Theme, useTheme } from "./theme";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; sections: Section[]; onPalette: () => void };

/** All sections, verbs and wishes of a phone. */
export default function Everything({ open, onOpenChange, sections, onPalette }: Props) {
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
