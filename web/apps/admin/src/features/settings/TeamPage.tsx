import { api, take } from "@orbita/api";
import { date, useTranslation } from "@orbita/i18n";
import { AlertDialog, Avatar, Button, MenuItem, MoreMenu, Tabs, Tag, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Ban, KeyRound, RotateCcw, UserCog, UserPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useMe } from "@/app/session";
import { oneOf, useSearchState } from "@/lib/search-state";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { type Invitation, invitationsQuery, type User, usersQuery, useWish } from "./queries";

const InviteDialog = lazy(() => import("./InviteDialog"));
const UserDialog = lazy(() => import("./UserDialog"));
const Rights = lazy(() => import("./Rights"));

const search = { tab: oneOf(["people", "invitations", "rights"]) };

export function TeamPage() {
  const { t } = useTranslation("settings");
  const [{ tab }, set] = useSearchState(search);
  const [inviting, setInviting] = useState(false);
  const users = useQuery(usersQuery);
  const invitations = useQuery(invitationsQuery);
  const open = invitations.data?.items.filter(({ state }) => state === "open").length;
  return (
    <SettingsPage
      title={t("nav.team")}
      hint={t("team.hint")}
      actions={
        <Button variant="primary" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden />
          {t("team.invite")}
        </Button>
      }
    >
      <Tabs
        className="-mx-4 md:-mx-2"
        value={tab}
        onChange={(next) => set({ tab: next })}
        tabs={[
          { value: "people", label: t("team.people"), count: users.data?.items.length },
          { value: "invitations", label: t("team.invitations"), count: open },
          { value: "rights", label: t("team.rights") },
        ]}
      >
        <div className="px-4 pt-4 md:px-2">
          {tab === "people" ? (
            <Answer of={users}>{({ items }) => <People users={items} />}</Answer>
          ) : tab === "invitations" ? (
            <Answer of={invitations}>{({ items }) => <Invitations all={items} />}</Answer>
          ) : (
            <Suspense>
              <Rights />
            </Suspense>
          )}
        </div>
      </Tabs>
      {inviting && (
        <Suspense>
          <InviteDialog onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </SettingsPage>
  );
}

function People({ users }: { users: readonly User[] }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const me = useMe();
  const [edited, setEdited] = useState<{ user: User; part: "role" | "password" }>();
  const [doomed, setDoomed] = useState<{ user: User; deed: "off" | "totp" }>();
  const change = useWish((user: User) =>
    take(
      api.PUT("/api/users/{id}", {
        params: { path: { id: user.id } },
        body: { name: user.name, role: user.role, active: !user.active },
      }),
    ),
  );
  const unlock = useWish((user: User) =>
    take(api.DELETE("/api/users/{id}/totp", { params: { path: { id: user.id } } })),
  );
  return (
    <>
      <Rows label={t("team.people")}>
        {users.map((user) => (
          <Row
            key={user.id}
            icon={<Avatar name={user.name} size={28} />}
            title={
              <>
                <span className={user.active ? undefined : "text-fg-3"}>{user.name}</span>
                {user.id === me.id && <span className="text-xs font-normal text-fg-3">{t("team.you")}</span>}
                {!user.active && <Tag hue="red">{t("team.off")}</Tag>}
                {user.second_step && <Tag hue="green">{t("team.secondStep")}</Tag>}
              </>
            }
            line={[user.username, user.email].filter(Boolean).join(" · ")}
            end={
              <>
                <span className="text-fg-2">{c(`roles.${user.role as "admin"}`, { defaultValue: user.role })}</span>
                <MoreMenu label={`${c("menu")}: ${user.name}`}>
                  <MenuItem onClick={() => setEdited({ user, part: "role" })}>
                    <UserCog aria-hidden />
                    {t("team.change")}
                  </MenuItem>
                  <MenuItem onClick={() => setEdited({ user, part: "password" })}>
                    <KeyRound aria-hidden />
                    {t("team.newPassword")}
                  </MenuItem>
                  {user.second_step && (
                    <MenuItem onClick={() => setDoomed({ user, deed: "totp" })}>
                      <RotateCcw aria-hidden />
                      {t("team.resetTotp")}
                    </MenuItem>
                  )}
                  {user.id !== me.id &&
                    (user.active ? (
                      <MenuItem danger onClick={() => setDoomed({ user, deed: "off" })}>
                        <Ban aria-hidden />
                        {t("team.switchOff")}
                      </MenuItem>
                    ) : (
                      <MenuItem onClick={() => change.mutate(user)}>
                        <RotateCcw aria-hidden />
                        {t("team.switchOn")}
                      </MenuItem>
                    ))}
                </MoreMenu>
              </>
            }
          />
        ))}
      </Rows>
      {edited && (
        <Suspense>
          <UserDialog {...edited} onClose={() => setEdited(undefined)} />
        </Suspense>
      )}
      <AlertDialog
        open={doomed !== undefined}
        onOpenChange={(open) => !open && setDoomed(undefined)}
        title={t(doomed?.deed === "totp" ? "team.resetTotpTitle" : "team.switchOffTitle", {
          name: doomed?.user.name ?? "",
        })}
        description={t(doomed?.deed === "totp" ? "team.resetTotpDetail" : "team.switchOffDetail")}
        confirm={t(doomed?.deed === "totp" ? "team.resetTotp" : "team.switchOff")}
        busy={change.isPending || unlock.isPending}
        onConfirm={() => {
          if (doomed) {
            (doomed.deed === "totp" ? unlock : change).mutate(doomed.user, {
              onSuccess: () => toast.done({ title: t("done") }),
              onSettled: () => setDoomed(undefined),
            });
          }
        }}
      />
    </>
  );
}

const hues = { open: "amber", used: "green", revoked: "gray", expired: "gray" } as const;

function Invitations({ all }: { all: readonly Invitation[] }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const revoke = useWish((id: number) => take(api.DELETE("/api/invitations/{id}", { params: { path: { id } } })));
  if (all.length === 0) {
    return <p className="py-8 text-center text-fg-3">{t("team.noInvitations")}</p>;
  }
  return (
    <Rows label={t("team.invitations")}>
      {all.map((invitation) => {
        const state = invitation.state as keyof typeof hues;
        return (
          <Row
            key={invitation.id}
            title={
              <>
                {invitation.email ?? t("team.byLink")}
                <Tag hue={hues[state] ?? "gray"}>{t(`team.state.${state}`, { defaultValue: state })}</Tag>
              </>
            }
            line={`${c(`roles.${invitation.role as "admin"}`, { defaultValue: invitation.role })} · ${t("team.until", { when: date(invitation.expires_at) })}`}
            end={
              state === "open" && (
                <Button
                  variant="danger-ghost"
                  busy={revoke.isPending && revoke.variables === invitation.id}
                  onClick={() => revoke.mutate(invitation.id)}
                >
                  {t("team.revoke")}
                </Button>
              )
            }
          />
        );
      })}
    </Rows>
  );
}
