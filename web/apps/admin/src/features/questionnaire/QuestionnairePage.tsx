import { useTranslation } from "@orbita/i18n";
import { ErrorBox, PageHeader, SkeletonRows, Tabs } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useMe } from "@/app/session";
import { oneOf, useSearchState } from "@/lib/search-state";
import { Questions } from "./Questions";
import { currentQuery } from "./queries";

const Faq = lazy(() => import("./Faq"));
const Contacts = lazy(() => import("./Contacts"));

const search = { tab: oneOf(["questions", "faq", "contacts"]) };

export function QuestionnairePage() {
  const { t } = useTranslation("questionnaire");
  const [{ tab }, set] = useSearchState(search);
  const { data, error, refetch } = useQuery(currentQuery);
  const mayChange = useMe().role === "admin";
  return (
    <>
      <PageHeader title={t("title")} />
      <Tabs
        value={tab}
        onChange={(next) => set({ tab: next })}
        tabs={[
          { value: "questions", label: t("tab.questions") },
          { value: "faq", label: t("tab.faq") },
          { value: "contacts", label: t("tab.contacts") },
        ]}
      >
        <Suspense fallback={<SkeletonRows rows={6} />}>
          {tab === "faq" ? (
            <Faq mayChange={mayChange} />
          ) : tab === "contacts" ? (
            <Contacts mayChange={mayChange} />
          ) : error ? (
            <ErrorBox error={error} onRetry={() => void refetch()} />
          ) : data ? (
            <Questions key={data.version} current={data} mayChange={mayChange} />
          ) : (
            <SkeletonRows rows={8} />
          )}
        </Suspense>
      </Tabs>
    </>
  );
}
