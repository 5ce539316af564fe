import { useTranslation, worded } from "@orbita/i18n";
import { Banner } from "@orbita/ui";
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Navigate, Outlet, useLocation, useNavigate } from "react-router";
import { Away, Restoring } from "./entrance/Waiting";
import { HotkeyList } from "./HotkeyList";
import { useHotkey } from "./hotkeys";
import { useLive } from "./live";
import { useActions, useNav } from "./nav";
import { PhoneBar } from "./PhoneBar";
import { Sidebar } from "./Sidebar";
import { useSession } from "./session";

const CommandPalette = lazy(() => import("./CommandPalette"));

/** The frame of every page: who is not signed in is sent to the entrance and comes back. */
export function Shell() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.is === "restoring") {
    return <Restoring />;
  }
  if (session.is === "away") {
    return <Away />;
  }
  if (session.is === "out") {
    const to = pathname + search;
    return <Navigate to={to === "/" ? "/signin" : `/signin?to=${encodeURIComponent(to)}`} replace />;
  }
  return <Frame />;
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      addEventListener("online", watcher);
      addEventListener("offline", watcher);
      return () => {
        removeEventListener("online", watcher);
        removeEventListener("offline", watcher);
      };
    },
    () => navigator.onLine,
  );
}

function GoKey({ to, label, keys }: { to: string; label: string; keys: string }) {
  const navigate = useNavigate();
  useHotkey(keys, label, () => navigate(to), { group: keys.startsWith("G ") ? "go" : "general" });
  return null;
}

function Frame() {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const online = useOnline();
  const main = useRef<HTMLElement>(null);
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const sections = useNav();
  const actions = useActions();
  useLive();
  useHotkey("Mod K", t("palette"), () => setPalette((open) => !open), { group: "general", everywhere: true });
  useHotkey("?", t("help"), () => setKeys(true), { group: "general" });
  useHotkey("/", t("search"), () => document.querySelector<HTMLInputElement>("[data-search]")?.focus(), {
    group: "general",
  });
  const before = useRef(pathname);
  useEffect(() => {
    // A screen reader begins to read at the new page, and the next Tab goes into it.
    if (before.current !== pathname) {
      before.current = pathname;
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return (
    <div className="flex h-full">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      {sections.flatMap((section) =>
        section.entries.map(
          (entry) =>
            entry.key && <GoKey key={entry.to} to={entry.to} label={t(`nav.${entry.label}`)} keys={`G ${entry.key}`} />,
        ),
      )}
      {actions.map(
        (action) =>
          action.key && <GoKey key={action.id} to={action.to} label={worded(action.label)} keys={action.key} />,
      )}
      <Sidebar sections={sections} onPalette={() => setPalette(true)} onKeys={() => setKeys(true)} />
      <div className="flex min-w-0 flex-1 flex-col md:py-2 md:pr-2">
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden bg-surface outline-none md:rounded-xl md:shadow-card"
        >
          {!online && <Banner>{t("offline")}</Banner>}
          <Outlet />
        </main>
        <PhoneBar sections={sections} onPalette={() => setPalette(true)} />
      </div>
      <HotkeyList open={keys} onOpenChange={setKeys} />
      <Suspense>{palette && <CommandPalette open={palette} onOpenChange={setPalette} />}</Suspense>
    </div>
  );
}
