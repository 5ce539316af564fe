import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Drawer, toast } from "@orbita/ui";
import { itemsOf, QuickForm, textOf } from "@/lib/quick-form";
import { lapseOf } from "./lapse";
import { type ActionRule, useAsk } from "./queries";

const types = ["call", "message", "meeting", "email", "note", "task", "consultation", "proposal"] as const;
const from = ["first_contact", "consultation", "deciding", "purchased"] as const;
const hours = [24, 48, 72, 168, 336, 720] as const;
const NONE = "none";

type Props = { rules: readonly ActionRule[]; index: number | undefined; onClose: () => void };

export default function RuleDrawer({ rules, index, onClose }: Props) {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const ask = useAsk();
  const rule = index === undefined ? undefined : rules[index];
  const own = rule?.next_contact_hours;
  const lapses = own && !hours.some((each) => each === own) ? [own, ...hours] : hours;
  const stages = from.map((value) => ({ value, label: t(`rules.roles.${value}`) }));
  return (
    <Drawer open onOpenChange={onClose} title={t(rule ? "rules.edit" : "rules.create")}>
      <QuickForm
        guarded
        fields={[
          {
            name: "actions",
            label: t("rules.when"),
            kind: "checks",
            required: true,
            options: types.map((value) => ({ value, label: t(`rules.types.${value}`) })),
          },
          {
            name: "from",
            label: t("rules.from"),
            kind: "select",
            options: [{ value: NONE, label: t("rules.anyStage") }, ...stages],
          },
          {
            name: "to",
            label: t("rules.to"),
            hint: t("rules.toHint"),
            kind: "select",
            options: [{ value: NONE, label: t("rules.stays") }, ...stages],
          },
          {
            name: "hours",
            label: t("rules.next"),
            kind: "select",
            options: [
              { value: NONE, label: t("rules.noContact") },
              ...lapses.map((each) => ({ value: String(each), label: lapseOf(t, each) })),
            ],
          },
        ]}
        initial={{
          actions: rule?.actions ?? [],
          from: rule?.from ?? NONE,
          to: rule?.to ?? NONE,
          hours: own ? String(own) : NONE,
        }}
        submit={rule ? c("save") : t("rules.create")}
        send={async (values) => {
          const of = (name: string) => {
            const value = textOf(values, name);
            return value === NONE ? undefined : value;
          };
          const [at, to, lapse] = [of("from"), of("to"), of("hours")];
          const wanted: ActionRule = {
            actions: itemsOf(values, "actions"),
            ...(at && { from: at }),
            ...(to && { to }),
            ...(lapse && { next_contact_hours: Number(lapse) }),
          };
          const all = rule ? rules.map((each, place) => (place === index ? wanted : each)) : [...rules, wanted];
          await ask(take(api.PUT("/api/actions/rules", { body: { rules: all } })));
          toast.done({ title: c("saved") });
          onClose();
        }}
      />
    </Drawer>
  );
}
