import { useTranslation } from "@orbita/i18n";
import { Check, Copy, LoaderCircle } from "lucide-react";
import { type ComponentProps, type ReactElement, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { cn } from "./cn";
import { Tip } from "./tooltip";

const variants = {
  primary:
    "bg-accent text-on-accent hover:bg-accent-2 shadow-[inset_0_1px_0_oklch(1_0_0/0.14),0_1px_2px_oklch(0.2_0.02_85/0.12)]",
  secondary: "bg-raised text-fg shadow-card hover:shadow-card-h active:bg-sunken data-[popup-open]:bg-sunken",
  ghost: "text-fg-2 hover:bg-hover hover:text-fg active:bg-press data-[popup-open]:bg-press",
  danger: "bg-danger text-on-danger hover:bg-danger-2",
  "danger-ghost": "text-danger hover:bg-danger-soft",
} as const;

const sizes = {
  xs: "h-6 px-1.5 gap-1 text-xs [&_svg]:size-3.5",
  sm: "h-7 px-2.5 gap-1.5 text-sm [&_svg]:size-4",
  md: "h-8 px-3 gap-2 text-sm [&_svg]:size-4",
  lg: "h-10 px-4 gap-2 text-base [&_svg]:size-4.5",
} as const;

export type ButtonLook = { variant?: keyof typeof variants; size?: keyof typeof sizes; className?: string };

/** The look alone, for a link that should look like a button. */
export function buttonClass({ variant = "secondary", size = "sm", className }: ButtonLook = {}): string {
  return cn(
    "hit inline-flex shrink-0 select-none items-center justify-center rounded-md font-medium whitespace-nowrap",
    "transition-[background-color,box-shadow,color] duration-100 disabled:opacity-50 aria-disabled:opacity-50",
    "[&_svg]:shrink-0",
    sizes[size],
    variants[variant],
    className,
  );
}

type ButtonProps = ComponentProps<"button"> & ButtonLook & { busy?: boolean | undefined };

/** A verb. `busy` keeps its width and shows that it works; a busy button takes no second press. */
export function Button({ variant, size, className, busy, disabled, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      className={buttonClass({ variant, size, className })}
      {...rest}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={buttonClass({ variant, size, className })} {...rest} />;
}

const squares = { sm: "size-6 [&_svg]:size-3.5", md: "size-7 [&_svg]:size-4", lg: "size-8 [&_svg]:size-4.5" } as const;

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & {
  /** What it does; read aloud and shown as a tooltip. */
  label: string;
  kbd?: string | undefined;
  size?: keyof typeof squares;
  variant?: keyof typeof variants;
  /** Off where a menu opens from it and its own tooltip would cover the menu. */
  tip?: boolean;
};

/** A verb shown by its icon alone. */
export function IconButton({
  label,
  kbd,
  size = "md",
  variant = "ghost",
  tip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button: ReactElement<Record<string, unknown>> = (
    <button
      type="button"
      aria-label={label}
      className={buttonClass({ variant, className: cn("px-0", squares[size], className) })}
      {...rest}
    />
  );
  return tip ? (
    <Tip label={label} kbd={kbd}>
      {button}
    </Tip>
  ) : (
    button
  );
}

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label, className }: { text: string; label?: string; className?: string }) {
  const { t } = useTranslation("common");
  const [done, setDone] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <IconButton
      label={done ? t("copied") : (label ?? t("copy"))}
      className={className}
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        setDone(true);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setDone(false), 1600);
      }}
    >
      {done ? <Check className="text-ok" /> : <Copy />}
    </IconButton>
  );
}
