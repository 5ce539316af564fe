import { useTranslation } from "@orbita/i18n";
import { Callout, CopyButton, ErrorBox, PageBody, PageHeader, SkeletonRows } from "@orbita/ui";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** A page of settings: its name, the verb, and what it is for. */
export function SettingsPage(props: { title: string; hint?: string; actions?: ReactNode; children: ReactNode }) {
  const { title, hint, actions, children } = props;
  return (
    <>
      <PageHeader title={title} actions={actions} />
      <PageBody className="mx-auto max-w-[880px] md:px-6">
        {hint && <p className="pb-4 text-fg-3">{hint}</p>}
        {children}
      </PageBody>
    </>
  );
}

/** What a query brought, or why it did not. */
export function Answer<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) {
    return <>{children(of.data)}</>;
  }
  return of.error ? (
    <ErrorBox error={of.error} onRetry={() => void of.refetch()} className="mx-0" />
  ) : (
    <SkeletonRows rows={4} />
  );
}

/** Rows of one kind in a quiet frame. */
export const Rows = ({ children, label }: { children: ReactNode; label: string }) => (
  <ul aria-label={label} className="divide-y divide-line rounded-lg shadow-card">
    {children}
  </ul>
);

/** One row: what it is, a line about it, and verbs at the end. */
export function Row(props: { icon?: ReactNode; title: ReactNode; line?: ReactNode; end?: ReactNode }) {
  const { icon, title, line, end } = props;
  return (
    <li className="flex min-h-13 items-center gap-3 px-4 py-2 max-sm:flex-wrap">
      {icon}
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 font-medium">{title}</p>
        {line && <p className="text-xs break-words text-fg-3">{line}</p>}
      </div>
      {end && <div className="flex shrink-0 items-center gap-1.5">{end}</div>}
    </li>
  );
}

/** A secret that will not be shown again. */
export function ShownOnce({ name, secret }: { name: string; secret: string }) {
  const { t } = useTranslation("settings");
  return (
    <div className="flex flex-col gap-3">
      <Callout tone="warn">{t("shownOnce")}</Callout>
      <Secret name={name} text={secret} />
    </div>
  );
}

/** A text to be copied whole. */
export const Secret = ({ name, text }: { name: string; text: string }) => (
  <div className="flex items-center gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
    <output aria-label={name} className="min-w-0 flex-1 font-mono text-xs break-all select-all">
      {text}
    </output>
    <CopyButton text={text} />
  </div>
);
