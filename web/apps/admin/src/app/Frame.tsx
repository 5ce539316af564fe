import { useTranslation, worded } from "@orbita/i18n";
import { Banner } from "@orbita/ui";
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { useHotkey } from "./hotkeys";
import { useLive } from "./live";
import { useActions, useNav } from "./nav";
import { PhoneBar } from "./PhoneBar";
import { usePeek } from "./peek";
import { Sidebar } from "./Sidebar";
import { useTour } from "./tour/tour";

const HotkeyList = lazy(() => import("./HotkeyList"));
const load = () => import("./CommandPalette");
const CommandPalette = lazy(load);
const Tour = lazy(() => import("./tour/Tour"));
const ClientPeek = lazy(() => import("../features/client/ClientPeek"));

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

/** The frame of every page: menu, palette, keys, live. */
export function Frame() {
  const { t } = useTranslation("shell");
  const { pathname } = useLocation();
  const online = useOnline();
  const main = useRef<HTMLElement>(null);
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const peeked = usePeek().id !== undefined;
  const stop = useTour();
  const sections = useNav();
  const actions = useActions();
  useLive();
  useEffect(() => {
    // Before it is asked for, or the first letters typed into it are lost.
    const timer = setTimeout(() => void load(), 1500);
    return () => clearTimeout(timer);
  }, []);
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
          <div className="flex min-h-0 flex-1">
            <div className="relative flex min-w-0 flex-1 flex-col">
              <Outlet />
            </div>
            <Suspense>{peeked && <ClientPeek />}</Suspense>
          </div>
        </main>
        <PhoneBar sections={sections} onPalette={() => setPalette(true)} />
      </div>
      <Suspense>{keys && <HotkeyList open={keys} onOpenChange={setKeys} />}</Suspense>
      <Suspense>{stop !== undefined && <Tour at={stop} />}</Suspense>
      <Suspense>{palette && <CommandPalette open={palette} onOpenChange={setPalette} />}</Suspense>
    </div>
  );
}
