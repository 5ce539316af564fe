import { useTranslation } from "@orbita/i18n";
import { Button, ErrorBox, PageBody, PageHeader, SkeletonRows } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useHotkey } from "@/app/hotkeys";
import { useMe } from "@/app/session";
import { idOr, useSearchState } from "@/lib/search-state";
import { fillings } from "./board";
import { type Stage, stagesQuery, useOrderStages } from "./queries";
import { StageRow } from "./StageRow";

const RemoveStage = lazy(() => import("./RemoveStage"));
const StageDrawer = lazy(() => import("./StageDrawer"));

const parts = { open: idOr("new") };

/** The stages in order, what each is for and how many stand there. */
export function StagesPage() {
  const { t } = useTranslation("pipeline");
  const [{ open }, set] = useSearchState(parts);
  const { data, error, isPending, refetch } = useQuery(stagesQuery);
  const may = useMe().role === "admin";
  const order = useOrderStages();
  const [doomed, setDoomed] = useState<Stage>();
  useHotkey("C", t("newStage"), () => set({ open: "new" }), { enabled: may });
  const move = (from: number, to: number) => {
    const stage = data?.[from];
    if (data && stage && to >= 0 && to < data.length && from !== to) {
      const rest = data.filter((each) => each !== stage);
      order.mutate([...rest.slice(0, to), stage, ...rest.slice(to)]);
    }
  };
  const filled = fillings(data ?? []);
  return (
    <>
      <PageHeader
        title={t("stagesTitle")}
        count={data?.length}
        parents={[{ to: "/pipeline", label: t("title") }]}
        actions={
          may && (
            <Button variant="primary" onClick={() => set({ open: "new" })}>
              <Plus aria-hidden />
              <span className="max-sm:sr-only">{t("addStage")}</span>
            </Button>
          )
        }
      />
      {error ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={7} />
      ) : (
        <PageBody>
          <p className="mx-auto mb-3 max-w-[860px] text-fg-3">{may ? t("stagesHint") : t("onlyAdmin")}</p>
          <ol aria-label={t("stagesTitle")} className="mx-auto max-w-[860px] rounded-lg bg-raised shadow-card">
            {data.map((stage, i) => (
              <StageRow
                key={stage.id}
                stage={stage}
                filled={filled.get(stage.id) ?? 0}
                index={i}
                last={i === data.length - 1}
                may={may}
                onMove={move}
                onEdit={() => set({ open: stage.id })}
                onRemove={() => setDoomed(stage)}
              />
            ))}
          </ol>
        </PageBody>
      )}
      <Suspense>
        {data && may && open !== undefined && (
          <StageDrawer
            key={String(open)}
            stage={open === "new" ? undefined : data.find(({ id }) => id === open)}
            isNew={open === "new"}
            onClose={() => set({ open: undefined })}
          />
        )}
      </Suspense>
      <Suspense>
        {doomed && data && <RemoveStage stage={doomed} stages={data} onClose={() => setDoomed(undefined)} />}
      </Suspense>
    </>
  );
}
