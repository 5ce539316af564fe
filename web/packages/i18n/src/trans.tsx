import { cloneElement, Fragment, type ReactElement } from "react";

type Props = {
  t: (key: never) => string;
  i18nKey: string;
  /** By the name of its mark: `<doc>…</doc>`. */
  components: Record<string, ReactElement>;
};

/** Words with marks in them, each mark an element of the page. */
export function Trans({ t, i18nKey, components }: Props) {
  const parts = t(i18nKey as never).split(/<(\w+)>(.*?)<\/\1>/g);
  return parts.map((part, i) => {
    const element = i % 3 === 1 ? components[part] : undefined;
    if (i % 3 === 1) {
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text keep their places
      return <Fragment key={i}>{element ? cloneElement(element, {}, parts[i + 1]) : parts[i + 1]}</Fragment>;
    }
    return i % 3 === 0 ? part : null;
  });
}
