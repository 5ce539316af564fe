import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, Dialog, toast } from "@orbita/ui";
import { useState } from "react";
import { QuickForm, textOf } from "@/lib/quick-form";
import { ShownOnce } from "./parts";
import { useAsk } from "./queries";
import { useRoleChoices } from "./roles";

/** Sends a letter, or makes a link to be handed over when no address is given. */
export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const roles = useRoleChoices();
  const [link, setLink] = useState<string>();
  return (
    <Dialog open onOpenChange={onClose} title={t("team.inviteTitle")} description={t("team.inviteHint")}>
      {link ? (
        <div className="flex flex-col gap-4">
          <ShownOnce name={t("team.link")} secret={link} />
          <Button size="md" className="self-end" onClick={onClose}>
            {c("done")}
          </Button>
        </div>
      ) : (
        <QuickForm
          fields={[
            { name: "email", label: t("email"), kind: "email", hint: t("team.emailHint"), max: 254 },
            { name: "role", label: t("team.role"), kind: "select", options: roles, required: true },
          ]}
          initial={{ role: "manager" }}
          submit={t("team.invite")}
          send={async (values) => {
            const email = textOf(values, "email");
            const sent = await ask(
              take(api.POST("/api/invitations", { body: { role: textOf(values, "role"), ...(email && { email }) } })),
            );
            if (sent.url) {
              setLink(sent.url);
            } else {
              toast.done({ title: t("team.invited", { email }) });
              onClose();
            }
          }}
        />
      )}
    </Dialog>
  );
}
