import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "../lib/cx";

const looks = {
  primary: "bg-accent text-on-accent hover:bg-accent-2 font-semibold",
  plain: "text-fg font-medium shadow-[inset_0_0_0_1px_var(--line-2)] hover:bg-hover",
  quiet: "text-accent-text font-medium hover:bg-hover",
  danger: "bg-danger text-on-danger hover:bg-danger-2 font-semibold",
} as const;

/** The look of a control that does something; targets are 44 px and more. */
export const verb = (look: keyof typeof looks = "primary", className?: string) =>
  cx(
    "inline-flex min-h-12 select-none items-center justify-center gap-2 rounded-xl px-5 py-2.5 text-center text-[16px] leading-6 no-underline disabled:opacity-55 aria-disabled:opacity-55",
    looks[look],
    className,
  );

export function Verb({
  look = "primary",
  busy,
  className,
  disabled,
  ...rest
}: ComponentProps<"button"> & { look?: keyof typeof looks; busy?: boolean }) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      className={verb(look, className)}
      {...rest}
    />
  );
}

export const box =
  "block w-full min-w-0 min-h-12 rounded-[10px] border border-line-3 bg-raised px-3.5 py-2.5 text-[16px] leading-6 text-fg placeholder:text-fg-3 focus-visible:outline-offset-0 aria-invalid:border-danger";

/** A label, its control and what is wrong with it. */
export function Row({
  label,
  error,
  hint,
  children,
}: {
  label: ReactNode;
  error?: string | undefined;
  hint?: string;
  children: (bound: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div>
      <label htmlFor={id} className="text-[15px] leading-[22px] font-medium">
        {label}
      </label>
      <div className="mt-1.5">
        {children({
          id,
          ...(error || hint ? { "aria-describedby": note } : {}),
          ...(error ? { "aria-invalid": true as const } : {}),
        })}
      </div>
      {(error || hint) && (
        <p
          id={note}
          role={error ? "alert" : undefined}
          className={cx("mt-1.5 text-[14px] leading-5", error ? "text-danger" : "text-fg-3")}
        >
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

export function Panel({ className, children }: { className?: string; children: ReactNode }) {
  return <section className={cx("rounded-2xl bg-raised p-5 shadow-card", className)}>{children}</section>;
}

export function Alert({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="rounded-[10px] bg-danger-soft px-4 py-3 text-[15px] leading-[22px] text-danger">
      {children}
    </p>
  );
}

/** A link to a text that is read beside this page. */
export function Doc({ href, children }: { href: string; children?: ReactNode }) {
  return (
    <a className="text-accent-text underline underline-offset-3" href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** The frame of a page without a menu. */
export function Page({
  brand,
  home,
  back,
  children,
}: {
  brand?: string | undefined;
  home?: string | undefined;
  back?: string;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto min-h-dvh max-w-[34rem] px-5 pb-16">
      <header className="flex min-h-16 items-center justify-between gap-4 text-[15px]">
        {home ? (
          <a href={home} className="flex min-h-11 min-w-0 items-center font-semibold text-fg no-underline">
            {brand}
          </a>
        ) : (
          <span className="font-semibold">{brand}</span>
        )}
        {home && back && (
          <a href={home} className="flex min-h-11 shrink-0 items-center text-fg-2 no-underline hover:text-fg">
            {back}
          </a>
        )}
      </header>
      <main>{children}</main>
    </div>
  );
}

export const heading = "text-[28px] leading-[1.15] font-bold tracking-[-0.025em] text-balance";

/** Grey bars in the place of what is being loaded. */
export function Bones({ rows = 4 }: { rows?: number }) {
  return (
    <div aria-hidden className="mt-6 grid gap-3">
      {Array.from({ length: rows }, (_, i) => `bone-${i}`).map((key) => (
        <div key={key} className="h-16 animate-pulse rounded-2xl bg-sunken" />
      ))}
    </div>
  );
}
