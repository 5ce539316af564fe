import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Dialog, toast } from "@orbita/ui";
import { QuickForm, textOf } from "@/lib/quick-form";
import { type User, useAsk } from "./queries";
import { useRoleChoices } from "./roles";

type Props = { user: User; part: "role" | "password"; onClose: () => void };

/** The name and role of a colleague, or a new password for them. */
export default function UserDialog({ user, part, onClose }: Props) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const roles = useRoleChoices();
  const path = { id: user.id };
  const done = () => {
    toast.done({ title: c("saved") });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={part === "role" ? user.name : t("team.newPassword")}
      description={part === "role" ? user.username : t("team.newPasswordHint", { name: user.name })}
    >
      {part === "role" ? (
        <QuickForm
          fields={[
            { name: "name", label: t("team.name"), required: true, max: 100 },
            { name: "role", label: t("team.role"), kind: "select", options: roles, required: true },
          ]}
          initial={{ name: user.name, role: user.role }}
          submit={c("save")}
          onDone={done}
          send={(values) =>
            ask(
              take(
                api.PUT("/api/users/{id}", {
                  params: { path },
                  body: { name: textOf(values, "name"), role: textOf(values, "role"), active: user.active },
                }),
              ),
            )
          }
        />
      ) : (
        <QuickForm
          fields={[{ name: "password", label: t("profile.new"), kind: "password", required: true, max: 200 }]}
          submit={t("team.setPassword")}
          onDone={done}
          send={({ password }) =>
            ask(take(api.POST("/api/users/{id}/password", { params: { path }, body: { password: String(password) } })))
          }
        />
      )}
    </Dialog>
  );
}
