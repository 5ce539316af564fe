import { useTranslation } from "@orbita/i18n";
import { PageBody, PageHeader } from "@orbita/ui";
import SetUpList from "@/app/setup/SetUpList";

export function SetUpPage() {
  const { t } = useTranslation("start");
  return (
    <>
      <PageHeader title={t("setup.title")} />
      <PageBody className="mx-auto max-w-[880px] md:px-6">
        <p className="pb-4 text-fg-3">{t("setup.hint")}</p>
        <SetUpList />
      </PageBody>
    </>
  );
}
