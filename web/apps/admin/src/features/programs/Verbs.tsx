import { api, newKey, openLink } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { AlertDialog, Button, MenuItem, MoreMenu, toast } from "@orbita/ui";
import { FileText, RefreshCw, Send, Shuffle, UserPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { wordsOf } from "@/app/queries";
import { type Program, useTell } from "./queries";

const AssignDialog = lazy(() => import("./AssignDialog"));
const TemplateDialog = lazy(() => import("./TemplateDialog"));

/** What can be done with the whole programme. */
export function Verbs({ program }: { program: Program }) {
  const { t } = useTranslation("programs");
  const tell = useTell(program.id);
  const [asked, setAsked] = useState<"send" | "regenerate" | "assign" | "template">();
  const [key, setKey] = useState(newKey);
  const done = () => setAsked(undefined);
  const whole = program.version > 0;
  const live = whole && program.state !== "withdrawn";
  const pdf = () =>
    openLink(api.POST("/api/programs/{id}/link", { params: { path: { id: program.id } } })).catch((error: unknown) =>
      toast.failed({ title: wordsOf(error) }),
    );
  return (
    <>
      <MoreMenu>
        <MenuItem disabled={!whole} onClick={() => void pdf()}>
          <FileText aria-hidden />
          {t("pdf")}
        </MenuItem>
        <MenuItem disabled={!whole} onClick={() => setAsked("assign")}>
          <UserPlus aria-hidden />
          {t("assign")}
        </MenuItem>
        <MenuItem disabled={!live} onClick={() => setAsked("template")}>
          <Shuffle aria-hidden />
          {t("otherTemplate")}
        </MenuItem>
        <MenuItem disabled={program.state === "withdrawn"} onClick={() => setAsked("regenerate")}>
          <RefreshCw aria-hidden />
          {t("regenerate")}
        </MenuItem>
      </MoreMenu>
      <Button variant="primary" disabled={!live} onClick={() => setAsked("send")}>
        <Send aria-hidden />
        {t("send")}
      </Button>
      <AlertDialog
        open={asked === "send"}
        onOpenChange={(open) => !open && done()}
        danger={false}
        title={t("sendTitle", { name: program.client.name })}
        description={t(program.delivered_at ? "sendAgain" : "sendDetail", { number: program.version })}
        confirm={t("send")}
        busy={tell.isPending}
        onConfirm={() =>
          tell.mutate(
            { do: "send", key },
            {
              onSuccess: () => {
                setKey(newKey());
                toast.done({ title: t("sent", { name: program.client.name }) });
              },
              onSettled: done,
            },
          )
        }
      />
      <AlertDialog
        open={asked === "regenerate"}
        onOpenChange={(open) => !open && done()}
        danger={false}
        title={t("regenerateTitle")}
        description={t("regenerateDetail")}
        confirm={t("regenerate")}
        busy={tell.isPending}
        onConfirm={() =>
          tell.mutate(
            { do: "regenerate" },
            { onSuccess: () => toast.done({ title: t("regenerated") }), onSettled: done },
          )
        }
      />
      <Suspense>
        {asked === "assign" && <AssignDialog program={program} onClose={done} />}
        {asked === "template" && <TemplateDialog program={program} onClose={done} />}
      </Suspense>
    </>
  );
}
