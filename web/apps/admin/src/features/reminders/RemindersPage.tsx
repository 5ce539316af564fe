import { useTranslation, worded } from "@orbita/i18n";
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  ErrorBox,
  PageHeader,
  SkeletonRows,
  Switch,
  Tabs,
  Tag,
} from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { BellRing, Plus } from "lucide-react";
import { lazy, Suspense, useMemo } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { id, idOr, maybe, oneOf, useSearchState } from "@/lib/search-state";
import { Log } from "./Log";
import { type Rule, rulesQuery, states, useSwitchRule } from "./queries";

const search = {
  tab: oneOf(["rules", "log", "preview"]),
  open: idOr("new"),
  state: maybe(states),
  who: id(),
};

const RuleDrawer = lazy(() => import("./RuleDrawer"));
const Preview = lazy(() => import("./Preview"));
const none: Rule[] = [];

export function RemindersPage() {
  const { t } = useTranslation("reminders");
  const [at, set, reset] = useSearchState(search);
  const { data, error, refetch, isPending } = useQuery(rulesQuery);
  const mayChange = useMe().role === "admin";
  const rules = data?.items ?? none;
  const columns = useColumnsOfRules(mayChange);
  useHotkey("C", t("new"), () => set({ open: "new" }), { enabled: mayChange });
  const add = (
    <Button variant="primary" onClick={() => set({ open: "new" })}>
      <Plus aria-hidden />
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={mayChange && add} />
      <Tabs
        value={at.tab}
        onChange={(tab) => set({ tab })}
        tabs={[
          { value: "rules", label: t("tab.rules") },
          { value: "log", label: t("tab.log") },
          { value: "preview", label: t("tab.preview") },
        ]}
      >
        {at.tab === "log" ? (
          <Log state={at.state} onState={(state) => set({ state })} onReset={reset} />
        ) : at.tab === "preview" ? (
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <Preview client={at.who} onClient={(who) => set({ who })} />
          </Suspense>
        ) : error ? (
          <ErrorBox error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <SkeletonRows />
        ) : rules.length === 0 ? (
          <EmptyState icon={BellRing} title={t("empty")} hint={t("emptyHint")} action={mayChange && add} />
        ) : (
          <DataTable
            label={t("title")}
            columns={columns}
            rows={rules}
            rowId={(rule) => String(rule.id)}
            openId={String(at.open)}
            onOpen={(rule) => set({ open: rule.id }, { replace: false })}
            rowClass={(rule) => (rule.active ? undefined : "text-fg-3")}
          />
        )}
      </Tabs>
      {data && at.open !== undefined && (
        <Suspense>
          <RuleDrawer
            key={String(at.open)}
            rule={rules.find((rule) => rule.id === at.open)}
            isNew={at.open === "new"}
            readOnly={!mayChange}
            onClose={() => set({ open: undefined })}
          />
        </Suspense>
      )}
    </>
  );
}

function useColumnsOfRules(mayChange: boolean): Column<Rule>[] {
  const { t } = useTranslation("reminders");
  return useMemo(
    () => [
      {
        id: "on",
        header: t("col.on"),
        cell: (rule) => <OnOff rule={rule} mayChange={mayChange} />,
        width: "64px",
        phone: "end",
      },
      {
        id: "name",
        header: t("col.name"),
        cell: (rule) => <span className="font-medium">{rule.definition.name}</span>,
        width: "minmax(220px, 2fr)",
        fixed: true,
        phone: "title",
      },
      {
        id: "kind",
        header: t("col.kind"),
        cell: ({ definition: { kind } }) => (
          <Tag hue={kind === "marketing" ? "violet" : "blue"}>{worded(`reminders:kind.${kind}`)}</Tag>
        ),
        width: "130px",
        phone: "line",
      },
      {
        id: "since",
        header: t("col.since"),
        cell: ({ definition: { since } }) => (
          <span className="truncate text-fg-2">{worded(`reminders:since.${since}`)}</span>
        ),
        width: "minmax(180px, 1.4fr)",
        phone: "line",
      },
      {
        id: "steps",
        header: t("col.steps"),
        cell: ({ definition: { steps } }) => <span className="tnum">{t("letters", { count: steps.length })}</span>,
        width: "120px",
      },
    ],
    [t, mayChange],
  );
}

/** The row opens the rule; the switch in it only switches. */
function OnOff({ rule, mayChange }: { rule: Rule; mayChange: boolean }) {
  const onOff = useSwitchRule();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps a press of the switch from opening the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the switch inside has the keys
    <span onClick={(event) => event.stopPropagation()}>
      <Switch
        quiet
        label={rule.definition.name}
        checked={rule.active}
        disabled={!mayChange}
        onChange={() => onOff.mutate(rule)}
      />
    </span>
  );
}
