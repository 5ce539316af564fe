import type { useTranslation } from "@orbita/i18n";

type Say = ReturnType<typeof useTranslation<"settings">>["t"];

/** Hours in words; whole days from three on as days. */
export const lapseOf = (t: Say, hours: number): string =>
  hours >= 72 && hours % 24 === 0 ? t("rules.days", { count: hours / 24 }) : t("rules.hours", { count: hours });
