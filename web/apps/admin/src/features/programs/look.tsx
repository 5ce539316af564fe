import { useTranslation } from "@orbita/i18n";
import { Tag } from "@orbita/ui";
import type { State } from "./queries";

const hues = {
  owed: "amber",
  ready: "blue",
  delivered: "green",
  undeliverable: "orange",
  failed: "red",
  withdrawn: "gray",
} as const;

export function StateTag({ state }: { state: State }) {
  const { t } = useTranslation("programs");
  return <Tag hue={hues[state]}>{t(`state.${state}`)}</Tag>;
}
