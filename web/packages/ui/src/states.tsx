import type { ApiError } from "@orbita/api";
import { useTranslation } from "@orbita/i18n";
import { CircleAlert, Info, Lock, type LucideIcon, RotateCw, SearchX, TriangleAlert, WifiOff } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button, CopyButton } from "./button";
import { cn } from "./cn";

/** Nothing here yet: one sentence and the verb that changes it. */
export function EmptyState({
  icon: Icon,
  title,
  hint,
  action,
  className,
}: {
  icon?: LucideIcon;
  title: ReactNode;
  hint?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-14 text-center", className)}>
      {Icon && (
        <span className="mb-2 grid size-10 place-items-center rounded-xl bg-sunken text-fg-3">
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
        </span>
      )}
      <h2 className="text-base font-semibold">{title}</h2>
      {hint && <p className="text-fg-3">{hint}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

/** A filter that lets nothing through, and the way out of it. */
export function NoResults({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation("common");
  return (
    <EmptyState
      icon={SearchX}
      title={t("noResults")}
      hint={t("noResultsHint")}
      action={<Button onClick={onReset}>{t("reset")}</Button>}
    />
  );
}

const isApi = (error: unknown): error is ApiError => error instanceof Error && error.name === "ApiError";

/** What went wrong with a block, its code and another try. The other blocks stay alive. */
export function ErrorBox({ error, onRetry, className }: { error: unknown; onRetry?: () => void; className?: string }) {
  const { t } = useTranslation("common");
  const problem = isApi(error) ? error : undefined;
  if (problem?.status === 403) {
    return <Forbidden detail={problem.detail} />;
  }
  const offline = problem?.code === "client.offline";
  const Icon = offline ? WifiOff : CircleAlert;
  const cause = offline
    ? t("offlineDetail")
    : problem?.code === "client.unreadable"
      ? t("unreadableDetail")
      : (problem?.detail ?? t("unexpected"));
  return (
    <div role="alert" className={cn("m-4 flex items-start gap-3 rounded-lg bg-danger-soft px-4 py-3", className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t("errorTitle")}</p>
        <p className="text-fg-2">{cause}</p>
        {problem && problem.status > 0 && (
          <p className="mt-1 flex flex-wrap items-center gap-x-3 text-xs text-fg-2">
            <span>
              {t("errorCode")}: <code>{problem.code}</code>
            </span>
            {problem.traceId && (
              <span className="inline-flex items-center gap-1">
                {t("trace")}: <code className="break-all">{problem.traceId}</code>
                <CopyButton text={problem.traceId} />
              </span>
            )}
          </p>
        )}
      </div>
      {onRetry && (
        <Button onClick={onRetry}>
          <RotateCw aria-hidden />
          {t("retry")}
        </Button>
      )}
    </div>
  );
}

/** A place that the role does not open, with the roles that do. */
export function Forbidden({ roles, detail }: { roles?: readonly string[]; detail?: string }) {
  const { t } = useTranslation("common");
  const named = roles?.map((role) => t(`roles.${role as "admin"}`, { defaultValue: role })).join(", ");
  return (
    <EmptyState
      icon={Lock}
      title={t("forbiddenTitle")}
      hint={named ? t("forbiddenDetail", { roles: named }) : (detail ?? t("forbiddenPlain"))}
    />
  );
}

/** A grey block where something will be. Waits 150 ms before it shows, so that quick answers do not blink. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block animate-pulse rounded-md bg-press", className)} />;
}

/** Shows `children` only when loading takes longer than 150 ms. */
export function Late({ children, ms = 150 }: { children: ReactNode; ms?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  const { t } = useTranslation("common");
  return (
    <div aria-busy="true" className={late ? undefined : "invisible"}>
      <span role="status" className="sr-only">
        {t("loading")}
      </span>
      {children}
    </div>
  );
}

/** Rows of a list to come. */
export function SkeletonRows({ rows = 8, className }: { rows?: number; className?: string }) {
  return (
    <Late>
      <div className={cn("divide-y divide-line", className)}>
        {Array.from({ length: rows }, (_, i) => `row ${i}`).map((key, i) => (
          <div key={key} className="flex h-10 items-center gap-4 px-4 max-md:h-14">
            <span className="flex-1">
              <Skeleton className={cn("h-3.5", ["w-3/5", "w-2/5", "w-1/2"][i % 3])} />
            </span>
            <Skeleton className="h-3.5 w-24 max-md:hidden" />
            <Skeleton className="h-3.5 w-16" />
          </div>
        ))}
      </div>
    </Late>
  );
}

const tones = {
  info: ["bg-sunken", "text-fg-3", Info],
  warn: ["bg-warn-soft", "text-warn", TriangleAlert],
  danger: ["bg-danger-soft", "text-danger", CircleAlert],
  ok: ["bg-ok-soft", "text-ok", Info],
} as const;

/** A remark beside what it is about. */
export function Callout({
  tone = "info",
  title,
  children,
  action,
  className,
}: {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const [ground, ink, Icon] = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : undefined}
      className={cn("flex items-start gap-2.5 rounded-lg px-3 py-2.5", ground, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-fg-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}

/** A remark over the whole page. */
export function Banner({
  tone = "warn",
  children,
  action,
}: {
  tone?: "info" | "warn" | "danger";
  children: ReactNode;
  action?: ReactNode;
}) {
  const [ground, ink, Icon] = tones[tone];
  return (
    <div role="status" className={cn("flex min-h-9 items-center gap-2 px-4 py-1.5 text-sm", ground)}>
      <Icon aria-hidden className={cn("size-4 shrink-0", ink)} />
      <span className="min-w-0 flex-1">{children}</span>
      {action}
    </div>
  );
}
