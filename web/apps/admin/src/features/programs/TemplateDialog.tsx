import { useTranslation } from "@orbita/i18n";
import { Button, Combobox, Dialog, Field, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Program, useTell } from "./queries";
import { templatesQuery } from "./templates";

/** The programme made of another template, as its next version. */
export default function TemplateDialog({ program, onClose }: { program: Program; onClose: () => void }) {
  const { t } = useTranslation("programs");
  const { t: c } = useTranslation("common");
  const { data } = useQuery(templatesQuery);
  const tell = useTell(program.id);
  const [profile, setProfile] = useState<string | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("otherTemplate")}
      description={t("otherTemplateDetail")}
      footer={
        <>
          <Button size="md" onClick={onClose}>
            {c("cancel")}
          </Button>
          <Button
            size="md"
            variant="primary"
            disabled={!profile}
            busy={tell.isPending}
            onClick={() =>
              profile &&
              tell.mutate(
                { do: "reassign", profile, version: program.version },
                {
                  onSuccess: () => {
                    toast.done({ title: t("regenerated") });
                    onClose();
                  },
                },
              )
            }
          >
            {t("rebuild")}
          </Button>
        </>
      }
    >
      <Field label={t("template")}>
        <Combobox
          value={profile}
          onChange={setProfile}
          options={(data?.items ?? []).map((each) => ({
            value: each.profile,
            label: `${each.profile}: ${each.goal}, ${each.experience}, ${each.location}`,
            hint: `${t("perWeek", { count: each.days_per_week })} · ${each.ages}`,
          }))}
        />
      </Field>
    </Dialog>
  );
}
