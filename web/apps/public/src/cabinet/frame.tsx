import { useTranslation } from "@orbita/i18n";
import { setZone } from "@orbita/i18n/format";
import { useQueryClient } from "@tanstack/react-query";
import { ChartLine, CircleUserRound, Dumbbell, ReceiptText, WifiOff } from "lucide-react";
import { useEffect } from "react";
import { NavLink, Outlet, ScrollRestoration } from "react-router";
import { lastBusiness, rememberBusiness, settle, useKept } from "../lib/cabinet";
import { cx } from "../lib/cx";
import { Refused } from "../lib/http";
import { useLook } from "../lib/look";
import { useQueue, watch } from "../lib/marks";
import type { Me } from "../lib/types";
import { Alert, Bones, Page as Outside, Verb } from "../parts/basics";
import { Entrance } from "./entrance";

const tabs = [
  { to: "/c", name: "today", icon: Dumbbell, end: true },
  { to: "/c/progress", name: "progress", icon: ChartLine, end: false },
  { to: "/c/payments", name: "payments", icon: ReceiptText, end: false },
  { to: "/c/profile", name: "profile", icon: CircleUserRound, end: false },
] as const;

/** The cabinet's frame: who is inside, the tabs, and how the network is. */
export function Page() {
  const { t } = useTranslation("cabinet");
  const queries = useQueryClient();
  const me = useKept<Me>(["me"], "/api/cabinet/me");
  const business = me.data?.business;
  useLook(business?.slug);
  useEffect(() => {
    if (business) {
      rememberBusiness(business.slug);
      setZone(business.zone);
      document.title = business.name;
    }
  }, [business]);
  const inside = !!me.data;
  useEffect(() => {
    if (!inside) {
      return;
    }
    void settle();
    return watch((program) => void queries.invalidateQueries({ queryKey: ["cabinet", "program", program] }));
  }, [inside, queries]);

  if (me.error instanceof Refused && me.error.status === 401) {
    return (
      <Outside brand={t("title")}>
        {new URLSearchParams(location.search).has("erased") ? (
          <p role="status" className="pt-6">
            {t("erased")}
          </p>
        ) : (
          <Entrance business={lastBusiness()} />
        )}
      </Outside>
    );
  }
  return (
    <div className="mx-auto min-h-dvh max-w-[44rem] pb-[calc(5.5rem+env(safe-area-inset-bottom))] md:pb-16">
      <header className="flex min-h-14 items-center justify-between gap-3 px-5 text-[15px]">
        <span className="truncate font-semibold">{business?.name ?? t("title")}</span>
        <span className="truncate text-fg-3">{me.data?.name}</span>
      </header>
      <Network />
      <main className="px-5 pt-2">
        {me.error && !me.data ? (
          <div className="grid gap-3 pt-4">
            <Alert>{me.error.message}</Alert>
            <Verb look="plain" onClick={() => void me.refetch()}>
              {t("retry")}
            </Verb>
          </div>
        ) : me.data ? (
          <Outlet />
        ) : (
          <Bones />
        )}
      </main>
      <nav
        aria-label={t("title")}
        className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        <ul className="mx-auto grid max-w-[44rem] grid-cols-4">
          {tabs.map(({ to, name, icon: Icon, end }) => (
            <li key={to}>
              <NavLink
                to={to}
                end={end}
                className={({ isActive }) =>
                  cx(
                    "flex min-h-14 flex-col items-center justify-center gap-0.5 text-[12px] leading-4 font-medium no-underline",
                    isActive ? "text-accent-text" : "text-fg-3 hover:text-fg",
                  )
                }
              >
                <Icon aria-hidden className="size-5" strokeWidth={1.75} />
                {t(name)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <ScrollRestoration />
    </div>
  );
}

/** Lies over the header: a line that pushed the page down would move the button under the finger. */
function Network() {
  const { t } = useTranslation("cabinet");
  const { marks, offline, refused } = useQueue();
  if (!offline && !refused && marks.length === 0) {
    return null;
  }
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 top-2 z-30 mx-auto flex max-w-[42rem] items-center gap-3 rounded-xl bg-raised px-4 py-2.5 text-[14px] leading-5 shadow-pop"
    >
      {offline && <WifiOff aria-hidden className="size-4 shrink-0 text-fg-3" />}
      <span>
        {offline && `${t("offlineBanner")} `}
        {marks.length > 0 && <b className="font-medium whitespace-nowrap">{t("waiting", { count: marks.length })}. </b>}
        {refused && t("refused")}
      </span>
    </div>
  );
}
