import { ApiError } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { ButtonLink, EmptyState, ErrorBox, Late, PageHeader, Skeleton, Tabs, useNarrow } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { UserRoundX } from "lucide-react";
import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { oneOf, useSearchState } from "@/lib/search-state";
import { ClientHead, Verbs } from "./ClientHead";
import { type Card, cardQuery, paymentsQuery } from "./queries";

const FeedTab = lazy(() => import("./FeedTab"));
const Properties = lazy(() => import("./Properties"));
const ProgramTab = lazy(() => import("./ProgramTab"));
const ProgressTab = lazy(() => import("./ProgressTab"));
const PaymentsTab = lazy(() => import("./PaymentsTab"));
const ConsentsTab = lazy(() => import("./ConsentsTab"));

const tabs = ["feed", "facts", "program", "progress", "payments", "consents"] as const;
const search = { tab: oneOf(tabs) };

export function ClientPage() {
  const id = Number(useParams().id);
  const known = Number.isSafeInteger(id) && id > 0;
  const { t } = useTranslation("client");
  const { data: card, error, refetch } = useQuery({ ...cardQuery(id), enabled: known });
  if (!known || (error instanceof ApiError && error.status === 404)) {
    return <Gone />;
  }
  const parents = [{ to: "/clients", label: t("clients") }];
  return (
    <>
      <PageHeader
        title={card ? card.name || t("nameless") : t("one")}
        parents={parents}
        actions={card && <Verbs card={card} />}
      />
      {error && !card ? (
        <ErrorBox error={error} onRetry={() => void refetch()} />
      ) : card ? (
        <Record key={card.id} card={card} />
      ) : (
        <Late>
          <div className="flex flex-col gap-4 p-6">
            <Skeleton className="h-14 w-80 max-w-full" />
            <Skeleton className="h-9" />
            <Skeleton className="h-28 max-w-[720px]" />
            <Skeleton className="h-64 max-w-[720px]" />
          </div>
        </Late>
      )}
    </>
  );
}

function Gone() {
  const { t } = useTranslation("client");
  return (
    <>
      <PageHeader title={t("gone")} />
      <EmptyState
        icon={UserRoundX}
        title={t("gone")}
        hint={t("goneHint")}
        action={<ButtonLink to="/clients">{t("toClients")}</ButtonLink>}
      />
    </>
  );
}

function Record({ card }: { card: Card }) {
  const { t } = useTranslation("client");
  // On a tablet the menu, the feed and the column leave no room to write in.
  const narrow = useNarrow(60);
  const [{ tab: asked }, set] = useSearchState(search);
  const payments = useQuery(paymentsQuery(card.id)).data?.length;
  // The column stands beside the tabs where there is room; a tab of its own elsewhere.
  const tab = asked === "facts" && !narrow ? "feed" : asked;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <ClientHead card={card} />
        <Tabs
          value={tab}
          onChange={(next) => set({ tab: next })}
          tabs={tabs
            .filter((each) => narrow || each !== "facts")
            .map((value) => ({
              value,
              label: t(`tab.${value}`),
              count: value === "payments" ? payments || undefined : undefined,
            }))}
        >
          {tab === "feed" ? (
            <Suspense>
              <FeedTab card={card} />
            </Suspense>
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto">
              <Suspense>
                {tab === "facts" && <Properties card={card} />}
                {tab === "program" && <ProgramTab id={card.id} />}
                {tab === "progress" && <ProgressTab id={card.id} />}
                {tab === "payments" && <PaymentsTab id={card.id} />}
                {tab === "consents" && <ConsentsTab id={card.id} />}
              </Suspense>
            </div>
          )}
        </Tabs>
      </div>
      {!narrow && (
        <aside
          aria-label={t("about")}
          className="w-[328px] shrink-0 overflow-y-auto border-l border-line max-lg:w-[280px]"
        >
          <Suspense>
            <Properties card={card} />
          </Suspense>
        </aside>
      )}
    </div>
  );
}
