import { useTranslation } from "@orbita/i18n";
import { cn } from "@orbita/ui";
import { Menu as MenuIcon } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { NavLink, useLocation } from "react-router";
import type { Section } from "./nav";

const Everything = lazy(() => import("./Everything"));

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
      <Suspense>
        {all && <Everything open={all} onOpenChange={setAll} sections={sections} onPalette={onPalette} />}
      </Suspense>
    </nav>
  );
}
