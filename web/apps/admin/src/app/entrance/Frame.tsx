import { type Language, language, setLanguage, useTranslation } from "@orbita/i18n";
import { useTitle } from "@orbita/ui";
import type { ReactNode } from "react";
import { Mark } from "../Mark";

const tongues: [Language, string][] = [
  ["ru", "Русский"],
  ["en", "English"],
];

/** One quiet column: the pages before sign-in. */
export function EntranceFrame({
  title,
  lead,
  children,
  foot,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  useTitle(title);
  useTranslation("shell");
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-bg">
      <main className="mx-auto flex w-full max-w-[400px] flex-1 flex-col justify-center px-4 py-10 max-sm:justify-start max-sm:pt-16">
        <div className="rounded-2xl bg-surface p-8 shadow-card max-sm:bg-transparent max-sm:p-2 max-sm:shadow-none">
          <Mark className="mb-6 size-9 rounded-[10px]" />
          <h1 className="text-xl font-semibold tracking-[-0.015em] text-balance">{title}</h1>
          {lead && <p className="mt-1.5 text-base text-pretty text-fg-3">{lead}</p>}
          <div className="mt-6 flex flex-col gap-4">{children}</div>
        </div>
        {foot && <div className="mt-4 flex justify-center">{foot}</div>}
      </main>
      <footer className="flex shrink-0 justify-center gap-1 pb-6">
        {tongues.map(([name, label]) => (
          <button
            key={name}
            type="button"
            lang={name}
            aria-pressed={language() === name}
            onClick={() => void setLanguage(name)}
            className="hit rounded-md px-2 py-1 text-xs text-fg-3 hover:bg-hover hover:text-fg aria-pressed:text-fg"
          >
            {label}
          </button>
        ))}
      </footer>
    </div>
  );
}
