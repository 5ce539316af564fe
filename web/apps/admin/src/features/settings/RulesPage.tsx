import { api, take } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { Button, EmptyState, toast } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Workflow as Icon, Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { idOr, useSearchState } from "@/lib/search-state";
import { lapseOf } from "./lapse";
import { Answer, Row, Rows, SettingsPage } from "./parts";
import { type ActionRule, rulesQuery, useWish } from "./queries";

const RuleDrawer = lazy(() => import("./RuleDrawer"));
const search = { open: idOr("new") };

/** What follows by itself from what staff did: the next contact, and a move forward. The first rule that fits counts. */
export function RulesPage() {
  const { t } = useTranslation("settings");
  const { t: c } = useTranslation("common");
  const [{ open }, set] = useSearchState(search);
  const answer = useQuery(rulesQuery);
  const put = useWish((rules: ActionRule[]) => take(api.PUT("/api/actions/rules", { body: { rules } })));
  const rules = answer.data?.rules ?? [];
  const add = (
    <Button variant="primary" onClick={() => set({ open: "new" })}>
      <Plus aria-hidden />
      {t("rules.create")}
    </Button>
  );
  const remove = (index: number) =>
    put.mutate(
      rules.filter((_, each) => each !== index),
      { onSuccess: () => toast.undo({ title: t("rules.removed") }, () => put.mutate(rules)) },
    );
  const chosen = typeof open === "number" ? rules[open - 1] : undefined;
  return (
    <SettingsPage title={t("nav.rules")} hint={t("rules.hint")} actions={rules.length > 0 && add}>
      <Answer of={answer}>
        {() =>
          rules.length === 0 ? (
            <EmptyState icon={Icon} title={t("rules.empty")} hint={t("rules.emptyHint")} action={add} />
          ) : (
            <Rows label={t("nav.rules")}>
              {rules.map((rule, index) => (
                <Row
                  // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place, which is its order
                  key={index}
                  title={rule.actions.map((type) => t(`rules.types.${type as "call"}`)).join(", ")}
                  line={[
                    rule.from
                      ? t("rules.at", { stage: t(`rules.roles.${rule.from as "deciding"}`) })
                      : t("rules.anywhere"),
                    rule.to && t("rules.goes", { stage: t(`rules.roles.${rule.to as "deciding"}`) }),
                    rule.next_contact_hours && t("rules.contact", { lapse: lapseOf(t, rule.next_contact_hours) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                  end={
                    <>
                      <Button onClick={() => set({ open: index + 1 })}>{c("edit")}</Button>
                      <Button variant="danger-ghost" busy={put.isPending} onClick={() => remove(index)}>
                        {c("delete")}
                      </Button>
                    </>
                  }
                />
              ))}
            </Rows>
          )
        }
      </Answer>
      {answer.data && (open === "new" || chosen) && (
        <Suspense>
          <RuleDrawer
            key={String(open)}
            rules={rules}
            index={typeof open === "number" ? open - 1 : undefined}
            onClose={() => set({ open: undefined })}
          />
        </Suspense>
      )}
    </SettingsPage>
  );
}
