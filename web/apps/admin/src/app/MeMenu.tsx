import { signOut } from "@orbita/api";
import { type Language, language, setLanguage, useTranslation } from "@orbita/i18n";
import { Menu, MenuItem, MenuLabel, MenuSep } from "@orbita/ui";
import { Footprints, Keyboard, Languages, ListChecks, LogOut, Monitor, Moon, Sun } from "lucide-react";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useMe } from "./session";
import { setTheme, type Theme, useTheme } from "./theme";
import { tourTo } from "./tour/tour";

const themes = [
  ["light", Sun, "themeLight"],
  ["dark", Moon, "themeDark"],
  ["system", Monitor, "themeSystem"],
] as const satisfies [Theme, typeof Sun, string][];

const tongues: [Language, string][] = [
  ["ru", "Русский"],
  ["en", "English"],
];

/** Theme, language, keys and the way out. */
export function MeMenu({ onKeys, children }: { onKeys?: () => void; children: ReactElement<Record<string, unknown>> }) {
  const { t } = useTranslation("shell");
  const theme = useTheme();
  const me = useMe();
  const navigate = useNavigate();
  return (
    <Menu trigger={children} side="top" align="start">
      <MenuLabel>{t("theme")}</MenuLabel>
      {themes.map(([name, Icon, label]) => (
        <MenuItem key={name} checked={theme === name} onClick={() => setTheme(name)}>
          <Icon aria-hidden />
          {t(label)}
        </MenuItem>
      ))}
      <MenuSep />
      <MenuLabel>{t("language")}</MenuLabel>
      {tongues.map(([name, label]) => (
        <MenuItem key={name} checked={language() === name} onClick={() => void setLanguage(name)}>
          <Languages aria-hidden />
          <span lang={name}>{label}</span>
        </MenuItem>
      ))}
      <MenuSep />
      {onKeys && (
        <MenuItem kbd="?" onClick={onKeys}>
          <Keyboard aria-hidden />
          {t("hotkeys")}
        </MenuItem>
      )}
      {me.role !== "cashier" && (
        <MenuItem onClick={() => tourTo(0)}>
          <Footprints aria-hidden />
          {t("tour")}
        </MenuItem>
      )}
      {me.role === "admin" && !me.business.sandbox && (
        <MenuItem onClick={() => navigate("/setup")}>
          <ListChecks aria-hidden />
          {t("setUp")}
        </MenuItem>
      )}
      <MenuItem onClick={() => void signOut()}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
