import { useTranslation } from "@orbita/i18n";
import { cn } from "@orbita/ui";
import {
  Bell,
  CreditCard,
  Dumbbell,
  Globe,
  KeyRound,
  ListPlus,
  type LucideIcon,
  Plug,
  ScrollText,
  Tags,
  UserRound,
  Users,
  Webhook,
  Workflow,
  Wrench,
} from "lucide-react";
import { Navigate, NavLink, Outlet } from "react-router";
import { useMe } from "@/app/session";

const own = [
  ["profile", UserRound],
  ["notices", Bell],
] as const;
const business = [
  ["team", Users],
  ["integrations", Plug],
  ["payments", CreditCard],
  ["website", Globe],
  ["fields", ListPlus],
  ["tags", Tags],
  ["rules", Workflow],
  ["programs", Dumbbell],
] as const;
const technical = [
  ["api-keys", KeyRound],
  ["webhooks", Webhook],
  ["audit", ScrollText],
  ["jobs", Wrench],
] as const;

type Name = (typeof own | typeof business | typeof technical)[number][0];
type Group = { id: "own" | "business" | "technical"; entries: readonly (readonly [Name, LucideIcon])[] };

/** The list of settings beside the open one; on a phone, over it. */
export function SettingsLayout() {
  const { t } = useTranslation("settings");
  const admin = useMe().role === "admin";
  const groups: Group[] = [
    { id: "own", entries: own },
    ...(admin
      ? [
          { id: "business" as const, entries: business },
          { id: "technical" as const, entries: technical },
        ]
      : []),
  ];
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        aria-label={t("title")}
        className="flex w-52 shrink-0 flex-col gap-4 overflow-y-auto border-r border-line p-3 max-md:w-full max-md:flex-row max-md:gap-1 max-md:overflow-x-auto max-md:border-r-0 max-md:border-b max-md:py-1.5 max-md:[scrollbar-width:none]"
      >
        {groups.map((group) => (
          <div key={group.id} className="max-md:contents">
            <p className="px-2 pb-1 text-xs font-medium text-fg-3 max-md:hidden">{t(`groups.${group.id}`)}</p>
            <ul className="flex flex-col gap-0.5 max-md:flex-row max-md:gap-1">
              {group.entries.map(([name, Icon]) => (
                <li key={name}>
                  <NavLink
                    to={`/settings/${name}`}
                    className={({ isActive }) =>
                      cn(
                        "hit flex h-7 items-center gap-2 rounded-md px-2 font-medium whitespace-nowrap text-fg-2 hover:bg-hover touch:h-11",
                        isActive && "bg-press text-fg",
                      )
                    }
                  >
                    <Icon aria-hidden className="size-4 shrink-0 text-fg-3" strokeWidth={1.75} />
                    {t(`nav.${name}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Outlet />
      </div>
    </div>
  );
}

/** The address without a page opens the first of the role. */
export function FirstSetting() {
  return <Navigate replace to={useMe().role === "admin" ? "/settings/team" : "/settings/profile"} />;
}
