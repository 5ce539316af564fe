import { useTranslation } from "@orbita/i18n";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";
import { cn } from "./cn";
import { Sheet } from "./dialog";

/** The name of the page in the browser's tab. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Orbita` : "Orbita";
  }, [title]);
}

type HeaderProps = {
  title: string;
  /** Beside the title: a count, a sum. */
  count?: ReactNode;
  /** Where it belongs: shown before the title. */
  parents?: { to: string; label: string }[];
  /** Views: board or list. */
  views?: ReactNode;
  /** Verbs; the primary one last. */
  actions?: ReactNode;
};

/** The 48 px over every page: what it is, how much of it, and what can be done. */
export function PageHeader({ title, count, parents, views, actions }: HeaderProps) {
  useTitle(title);
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-x-2 border-b border-line px-4 max-md:px-3">
      {parents && <Breadcrumb parents={parents} />}
      <h1 className="min-w-0 truncate text-base font-semibold tracking-[-0.01em]">{title}</h1>
      {count != null && <span className="tnum shrink-0 text-fg-3 max-sm:hidden">{count}</span>}
      <span className="flex-1" />
      {views}
      {actions && <div className="flex shrink-0 items-center gap-1">{actions}</div>}
    </header>
  );
}

/** The way up. The last parent is the nearest. */
export function Breadcrumb({ parents }: { parents: { to: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="flex min-w-0 shrink items-center gap-1 text-fg-3">
      {parents.map(({ to, label }) => (
        <span key={to} className="flex min-w-0 items-center gap-1">
          <Link to={to} className="hit truncate rounded px-1 hover:text-fg">
            {label}
          </Link>
          <ChevronRight aria-hidden className="size-3.5 shrink-0 text-line-3" />
        </span>
      ))}
    </nav>
  );
}

/** The row under the header: search, filters, chips. Scrolls sideways on a phone. */
export function FilterBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="flex min-h-11 shrink-0 items-center gap-2 border-b border-line px-4 py-1.5 max-md:px-3">
      <div className="flex min-w-0 flex-1 items-center gap-2 overflow-x-auto [scrollbar-width:none] max-md:-my-1 max-md:py-1">
        {children}
      </div>
      {end && <div className="flex shrink-0 items-center gap-1">{end}</div>}
    </div>
  );
}

/** A quick filter with its count; pressed again it lets go. */
export function Chip({
  pressed,
  onClick,
  count,
  tone,
  children,
}: {
  pressed: boolean;
  onClick: () => void;
  count?: ReactNode;
  tone?: "danger" | "warn";
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={cn(
        "hit inline-flex h-6.5 shrink-0 items-center gap-1.5 rounded-full px-2.5 text-sm font-medium whitespace-nowrap text-fg-2 shadow-[inset_0_0_0_1px_var(--line-2)] hover:bg-hover touch:h-9",
        pressed && "bg-accent-soft text-accent-text shadow-[inset_0_0_0_1px_var(--accent)]",
      )}
    >
      {children}
      {count != null && (
        <span
          className={cn(
            "tnum font-normal text-fg-3",
            tone === "danger" && "text-danger",
            tone === "warn" && "text-warn",
          )}
        >
          {count}
        </span>
      )}
    </button>
  );
}

/** The scrolling body of a page. */
export function PageBody({
  children,
  className,
  reading,
}: {
  children: ReactNode;
  className?: string;
  reading?: boolean;
}) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className={cn("p-4 max-md:p-3", reading && "mx-auto max-w-[720px]", className)}>{children}</div>
    </div>
  );
}

/** Filters that have no room on a phone. */
export function FilterSheet(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const { t } = useTranslation("common");
  return <Sheet title={t("filters")} {...props} />;
}

/** A group of a form or of settings: what it is about at the left, the controls at the right. */
export function Section({
  title,
  hint,
  children,
  className,
}: {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      className={cn("grid gap-x-8 gap-y-3 border-b border-line py-6 last:border-0 md:grid-cols-[200px_1fr]", className)}
    >
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        {hint && <p className="mt-1 text-fg-3">{hint}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}

/** A quiet card; never inside another one. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cn("rounded-lg bg-raised p-4 shadow-card", className)}>{children}</div>;
}
