import { useTranslation } from "@orbita/i18n";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "./button";

/** Page by page, where a cursor goes both ways; long lists load on by scrolling instead. */
export function Pagination({
  page,
  onPrev,
  onNext,
}: {
  page: number;
  onPrev?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}) {
  const { t } = useTranslation("common");
  return (
    <nav aria-label={t("page", { page })} className="flex items-center justify-end gap-1 px-4 py-2">
      <IconButton label={t("prev")} disabled={!onPrev} onClick={onPrev}>
        <ChevronLeft />
      </IconButton>
      <span className="tnum px-1 text-fg-3">{t("page", { page })}</span>
      <IconButton label={t("nextOne")} disabled={!onNext} onClick={onNext}>
        <ChevronRight />
      </IconButton>
    </nav>
  );
}
