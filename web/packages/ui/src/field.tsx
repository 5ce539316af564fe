import { useTranslation } from "@orbita/i18n";
import { Eye, EyeOff, Search, X } from "lucide-react";
import { type ComponentProps, createContext, type ReactNode, use, useEffect, useId, useRef, useState } from "react";
import { cn } from "./cn";

type Bound = { id: string; describedBy?: string | undefined; invalid: boolean };
const FieldContext = createContext<Bound | undefined>(undefined);

/** What a control inside a `Field` takes: its id, its error, its hint. */
export function useField(id?: string): { id: string | undefined; "aria-describedby"?: string; "aria-invalid"?: true } {
  const bound = use(FieldContext);
  return {
    id: id ?? bound?.id,
    ...(bound?.describedBy ? { "aria-describedby": bound.describedBy } : {}),
    ...(bound?.invalid ? { "aria-invalid": true as const } : {}),
  };
}

type FieldProps = {
  label: ReactNode;
  /** Keeps the label for screen readers only. */
  quiet?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** A label, a control and what is wrong with it. */
export function Field({ label, quiet, hint, error, optional, className, children }: FieldProps) {
  const { t } = useTranslation("common");
  const id = useId();
  const note = `${id}-note`;
  return (
    <FieldContext value={{ id, describedBy: error || hint ? note : undefined, invalid: !!error }}>
      <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
        <label htmlFor={id} className={quiet ? "sr-only" : "text-sm font-medium text-fg-2"}>
          {label}
          {optional && <span className="ml-1.5 font-normal text-fg-3">{t("optional")}</span>}
        </label>
        {children}
        {(error || hint) && (
          <p
            id={note}
            role={error ? "alert" : undefined}
            className={cn("text-xs", error ? "text-danger" : "text-fg-3")}
          >
            {error ?? hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

/** The look of every one-line control. */
export const controlClass = cn(
  "h-8 w-full min-w-0 rounded-md bg-raised px-2.5 text-sm text-fg shadow-field outline-none placeholder:text-fg-3",
  "transition-shadow duration-100 focus-visible:shadow-[0_0_0_2px_var(--ring)] disabled:bg-sunken disabled:text-fg-3",
  "aria-invalid:shadow-[0_0_0_1px_var(--danger)] aria-invalid:focus-visible:shadow-[0_0_0_2px_var(--danger)]",
  "max-md:h-11 max-md:text-lg touch:h-11 touch:text-lg",
);

export function Input({ className, id, ...rest }: ComponentProps<"input">) {
  return <input {...useField(id)} className={cn(controlClass, className)} {...rest} />;
}

/** Grows with its text up to `maxRows`. */
export function Textarea({ className, id, maxRows = 12, ...rest }: ComponentProps<"textarea"> & { maxRows?: number }) {
  return (
    <textarea
      {...useField(id)}
      rows={3}
      style={{ maxHeight: `${maxRows * 1.375 + 1}rem` }}
      className={cn(
        controlClass,
        "field-sizing-content h-auto min-h-20 resize-y py-1.5 max-md:h-auto touch:h-auto",
        className,
      )}
      {...rest}
    />
  );
}

/** A password with an eye. */
export function PasswordInput({ className, id, ...rest }: Omit<ComponentProps<"input">, "type">) {
  const { t } = useTranslation("common");
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <input
        {...useField(id)}
        type={shown ? "text" : "password"}
        className={cn(controlClass, "pr-9", className)}
        {...rest}
      />
      <button
        type="button"
        aria-label={shown ? t("hidePassword") : t("showPassword")}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="hit absolute inset-y-0 right-1 my-auto grid size-7 place-items-center rounded-md text-fg-3 hover:text-fg"
      >
        {shown ? <EyeOff className="size-4" /> : <Eye className="size-4" />}
      </button>
    </span>
  );
}

type SearchProps = Omit<ComponentProps<"input">, "onChange" | "value"> & {
  value: string;
  onChange: (value: string) => void;
  /** Waits for a pause in typing, in milliseconds. */
  delay?: number;
  kbd?: string;
};

/** A search box that tells of a pause in typing, not of each letter. */
export function SearchInput({ value, onChange, delay = 250, kbd = "/", className, ...rest }: SearchProps) {
  const { t } = useTranslation("common");
  const [text, setText] = useState(value);
  const told = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (next: string, wait: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      told.current = next;
      onChange(next);
    }, wait);
  };
  return (
    <span className={cn("relative block w-56 shrink-0 max-md:w-44", className)}>
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-2 my-auto size-4 text-fg-3" />
      <input
        type="search"
        data-search
        aria-label={t("search")}
        placeholder={t("search")}
        value={text}
        onChange={(event) => tell(event.target.value, delay)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text) {
            event.stopPropagation();
            tell("", 0);
          }
        }}
        className={cn(
          controlClass,
          "h-7 bg-sunken pr-8 pl-8 shadow-none focus-visible:bg-raised [&::-webkit-search-cancel-button]:hidden",
        )}
        {...rest}
      />
      {text ? (
        <button
          type="button"
          aria-label={t("clear")}
          onClick={() => tell("", 0)}
          className="hit absolute inset-y-0 right-1 my-auto grid size-6 place-items-center rounded text-fg-3 hover:text-fg"
        >
          <X className="size-3.5" />
        </button>
      ) : (
        <kbd className="pointer-events-none absolute inset-y-0 right-1.5 my-auto flex h-[18px] items-center rounded border border-line-2 bg-surface px-1.5 font-sans text-2xs text-fg-3 max-md:hidden touch:hidden">
          {kbd}
        </kbd>
      )}
    </span>
  );
}

/** Groups the digits of a Russian number while it is typed; answers «+79123456789», or the text when it is foreign. */
export function PhoneInput({
  value,
  onChange,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "value" | "onChange"> & { value: string; onChange: (value: string) => void }) {
  return (
    <Input
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      placeholder="+7 900 000-00-00"
      value={shownPhone(value)}
      onChange={(event) => onChange(readPhone(event.target.value))}
      className={cn("tnum", className)}
      {...rest}
    />
  );
}

export function readPhone(text: string): string {
  const digits = text.replace(/\D/g, "");
  if (!digits) {
    return text.trim().startsWith("+") ? "+" : "";
  }
  if (text.trim().startsWith("+") && !digits.startsWith("7")) {
    return `+${digits.slice(0, 15)}`;
  }
  const national = /^[78]/.test(digits) ? digits.slice(1) : digits;
  return `+7${national.slice(0, 10)}`;
}

function shownPhone(value: string): string {
  if (!value.startsWith("+7")) {
    return value;
  }
  const n = value.slice(2);
  return [
    "+7",
    n.slice(0, 3) && ` ${n.slice(0, 3)}`,
    n.slice(3, 6) && ` ${n.slice(3, 6)}`,
    n.slice(6, 8) && `-${n.slice(6, 8)}`,
    n.slice(8, 10) && `-${n.slice(8, 10)}`,
  ]
    .filter(Boolean)
    .join("");
}
