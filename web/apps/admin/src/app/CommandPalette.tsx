import { Autocomplete as A } from "@base-ui/react/autocomplete";
import { Dialog as D } from "@base-ui/react/dialog";
import { api, take } from "@orbita/api";
import { language, setLanguage, useTranslation, worded } from "@orbita/i18n";
import { Avatar, Kbd, Keys } from "@orbita/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Languages, type LucideIcon, Moon, Search } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { ranked } from "@/lib/rank";
import { useActions, useNav } from "./nav";
import { setTheme } from "./theme";

type Command = {
  value: string;
  label: string;
  sub?: string | undefined;
  icon?: LucideIcon;
  avatar?: string;
  keys?: string | undefined;
  run: () => void;
};
type Group = { value: string; items: Command[] };

/** Everything by its name: verbs, sections, clients. */
export default function CommandPalette({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { t, i18n } = useTranslation("shell");
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const clients = useClients(text);
  const sections = useNav();
  const actions = useActions();

  const groups = useMemo<Group[]>(() => {
    const dark = document.documentElement.dataset.theme === "dark";
    const verbs: Command[] = [
      ...actions.map((action) => ({
        value: action.id,
        label: worded(action.label),
        icon: action.icon,
        keys: action.key,
        run: () => void navigate(action.to),
      })),
      {
        value: "theme",
        label: `${t("theme")}: ${dark ? t("themeLight") : t("themeDark")}`,
        icon: Moon,
        run: () => setTheme(dark ? "light" : "dark"),
      },
      {
        value: "language",
        label: language() === "ru" ? "Switch to English" : "Переключить на русский",
        icon: Languages,
        run: () => void setLanguage(i18n.language === "ru" ? "en" : "ru"),
      },
    ];
    const places: Command[] = sections
      .flatMap((section) => section.entries)
      .map((entry) => ({
        value: entry.to,
        label: t(`nav.${entry.label}`),
        icon: entry.icon,
        keys: entry.key && `G ${entry.key}`,
        run: () => void navigate(entry.to),
      }));
    const people: Command[] = clients.map((client) => ({
      value: `client ${client.id}`,
      label: client.name ?? "",
      sub: client.stage?.name ?? client.phones?.[0],
      avatar: client.name ?? "",
      run: () => void navigate(`/clients/${client.id}`),
    }));
    return [
      { value: t("clients"), items: people },
      { value: t("actions"), items: ranked(verbs, text, (each) => each.label) },
      { value: t("go"), items: ranked(places, text, (each) => each.label) },
    ].filter((group) => group.items.length > 0);
  }, [t, i18n.language, navigate, text, clients, sections, actions]);

  return (
    <D.Root open={open} onOpenChange={onOpenChange}>
      <D.Portal>
        <D.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <D.Popup
          aria-label={t("palette")}
          className="fixed top-[14vh] left-1/2 z-50 w-[min(600px,94vw)] -translate-x-1/2 overflow-hidden rounded-xl bg-raised shadow-pop outline-none transition-[transform,opacity] duration-150 ease-out data-[ending-style]:opacity-0 data-[starting-style]:scale-[0.98] data-[starting-style]:opacity-0 max-sm:top-2"
        >
          <A.Root
            open
            inline
            items={groups}
            mode="none"
            autoHighlight="always"
            keepHighlight
            value={text}
            onValueChange={setText}
            itemToStringValue={(command: Command) => command.label}
          >
            <div className="flex h-12 items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 text-fg-3" />
              <A.Input
                aria-label={t("palette")}
                placeholder={t("palettePlaceholder")}
                className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-fg-3 max-sm:text-lg"
              />
              <Kbd>Esc</Kbd>
            </div>
            <A.Empty className="px-6 text-center text-fg-3 not-empty:py-8">{t("paletteEmpty")}</A.Empty>
            <A.List className="max-h-[52vh] scroll-py-2 overflow-y-auto overscroll-contain p-1.5 empty:hidden">
              {(group: Group) => (
                <A.Group key={group.value} items={group.items}>
                  <A.GroupLabel className="px-2.5 pt-2 pb-1 text-xs text-fg-3">{group.value}</A.GroupLabel>
                  <A.Collection>
                    {(command: Command) => (
                      <A.Item
                        key={command.value}
                        value={command}
                        onClick={() => {
                          onOpenChange(false);
                          command.run();
                        }}
                        className="flex h-9 items-center gap-2.5 rounded-md px-2.5 outline-none select-none data-[highlighted]:bg-hover touch:h-11"
                      >
                        {command.icon && (
                          <command.icon aria-hidden className="size-4 shrink-0 text-fg-3" strokeWidth={1.75} />
                        )}
                        {command.avatar !== undefined && <Avatar name={command.avatar} size={20} />}
                        <span className="truncate">{command.label}</span>
                        {command.sub && <span className="truncate text-fg-3">{command.sub}</span>}
                        {command.keys && (
                          <span className="ml-auto">
                            <Keys keys={command.keys} />
                          </span>
                        )}
                      </A.Item>
                    )}
                  </A.Collection>
                </A.Group>
              )}
            </A.List>
          </A.Root>
        </D.Popup>
      </D.Portal>
    </D.Root>
  );
}

const nobody: never[] = [];

/** Clients by a part of the name, phone or e-mail, asked for after a pause in typing. */
function useClients(text: string) {
  const q = useDeferredValue(text.trim());
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(q), 200);
    return () => clearTimeout(timer);
  }, [q]);
  const { data } = useQuery({
    queryKey: ["clients", "find", asked],
    queryFn: ({ signal }) => take(api.GET("/api/clients", { params: { query: { q: asked, limit: 8 } }, signal })),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (q && data?.items) || nobody;
}
