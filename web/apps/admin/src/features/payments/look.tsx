import { useTranslation, worded } from "@orbita/i18n";
import { Tag } from "@orbita/ui";
import type { Payment, Status } from "./queries";

const hues = {
  pending: "amber",
  waiting_for_capture: "amber",
  completed: "green",
  canceled: "gray",
  refunded: "violet",
  partially_refunded: "violet",
  problem: "red",
} as const satisfies Record<Status, string>;

/** The state in words; its colour only repeats them. */
export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation("payments");
  return <Tag hue={hues[status]}>{t(`status.${status}`)}</Tag>;
}

export const providerName = (provider: Payment["provider"]): string => worded(`payments:provider.${provider}`);
