import { useTranslation } from "@orbita/i18n";
import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { buttonClass, IconButton } from "./button";
import { cn } from "./cn";
import { Tip } from "./tooltip";

type Group = {
  title: string;
  action?: ReactNode;
  /** False where it holds something else than {@link Property}: a list of facts may not. */
  facts?: boolean;
  children: ReactNode;
};

/** A group of facts in a side panel. */
export function PropertyGroup({ title, action, facts = true, children }: Group) {
  return (
    <section className="border-b border-line px-4 py-3 last:border-0">
      <h2 className="mb-1 flex h-6 items-center text-xs font-medium text-fg-3">
        {title}
        {action && <span className="ml-auto">{action}</span>}
      </h2>
      {facts ? <dl>{children}</dl> : <div>{children}</div>}
    </section>
  );
}

/** One fact: its name and its value. */
export function Property({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-7 grid-cols-[112px_minmax(0,1fr)] items-center gap-2">
      <dt className="truncate text-fg-3">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

const inline = "-ml-1.5 w-full min-w-0 rounded-md px-1.5 text-left";

/**
 * A text that is changed where it stands: press or Enter begins, Enter or leaving saves, Esc lets go. `onSave` may be
 * slow; the new text is shown meanwhile, the old one again when it fails.
 */
export function InlineText({
  value,
  onSave,
  label,
  placeholder,
  shown,
  multiline,
  inputMode,
  disabled,
}: {
  value: string;
  onSave: (value: string) => Promise<unknown> | undefined;
  label: string;
  placeholder?: string;
  /** How it is shown when it differs from the text: a phone, money. */
  shown?: ReactNode;
  multiline?: boolean;
  inputMode?: "text" | "tel" | "email" | "decimal";
  disabled?: boolean;
}) {
  const { t } = useTranslation("common");
  const [draft, setDraft] = useState<string>();
  const [saving, setSaving] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (draft === undefined && back.current) {
      back.current = false;
      button.current?.focus();
    }
  }, [draft]);

  const save = async () => {
    if (draft === undefined) {
      return;
    }
    const next = draft.trim();
    setDraft(undefined);
    if (next === value.trim()) {
      return;
    }
    setSaving(next);
    try {
      await onSave(next);
    } catch {
      // The mutation has told of it; the old text is shown again.
    } finally {
      setSaving(undefined);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      back.current = true;
      setDraft(undefined);
    } else if (event.key === "Enter" && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      back.current = true;
      void save();
    }
  };

  if (draft !== undefined) {
    const own = {
      "aria-label": label,
      value: draft,
      autoFocus: true,
      onBlur: () => void save(),
      onKeyDown,
      className: cn(inline, "bg-raised py-1 text-sm shadow-[0_0_0_2px_var(--ring)] outline-none max-md:text-lg"),
    };
    return multiline ? (
      <textarea rows={3} onChange={(event) => setDraft(event.target.value)} {...own} />
    ) : (
      <input inputMode={inputMode} onChange={(event) => setDraft(event.target.value)} {...own} />
    );
  }
  const text = saving ?? value;
  return (
    <button
      ref={button}
      type="button"
      disabled={disabled}
      aria-label={`${label}: ${text || t("notSet")}`}
      onClick={() => setDraft(value)}
      className={cn(
        inline,
        "hit flex min-h-7 items-center enabled:hover:bg-hover",
        saving !== undefined && "opacity-60",
      )}
    >
      {text ? (
        <span className={multiline ? "whitespace-pre-wrap" : "truncate"}>
          {saving === undefined && shown ? shown : text}
        </span>
      ) : (
        <span className="text-fg-3">{placeholder ?? t("notSet")}</span>
      )}
    </button>
  );
}

type PeekProps = {
  label: string;
  onClose: () => void;
  /** The whole page of the record. */
  to?: string;
  onPrev?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  head?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A record beside its list: Esc closes, J and K go on. Stands next to a `flex-1` body in a flex row. */
export function Peek({ label, onClose, to, onPrev, onNext, head, actions, children }: PeekProps) {
  const { t } = useTranslation("common");
  const panel = useRef<HTMLElement>(null);
  const latest = useRef({ onClose, onPrev, onNext });
  useEffect(() => {
    latest.current = { onClose, onPrev, onNext };
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.matches?.("input, textarea, select, [contenteditable=true]");
      if (
        event.defaultPrevented ||
        document.querySelector(
          "[role=dialog]:not([data-peek], [data-toast]), [role=alertdialog], [role=menu], [role=listbox]",
        )
      ) {
        return;
      }
      if (event.key === "Escape") {
        latest.current.onClose();
      } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && !target.closest("[data-table]")) {
        if (event.code === "KeyJ") {
          latest.current.onNext?.();
        } else if (event.code === "KeyK") {
          latest.current.onPrev?.();
        }
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <aside
      ref={panel}
      data-peek
      aria-label={label}
      className="fade-in slide-in-from-right-3 flex w-[440px] shrink-0 animate-in flex-col overflow-hidden border-l border-line bg-surface duration-150 max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:shadow-pop max-md:fixed max-md:inset-0 max-md:z-40 max-md:w-auto max-md:border-0"
    >
      <div className="flex h-11 shrink-0 items-center gap-1 border-b border-line pr-2 pl-3">
        <div className="flex min-w-0 flex-1 items-center gap-2">{head}</div>
        {actions}
        {onPrev && (
          <IconButton label={t("previousRecord")} kbd="K" onClick={onPrev} className="max-md:hidden">
            <ChevronUp />
          </IconButton>
        )}
        {onNext && (
          <IconButton label={t("nextRecord")} kbd="J" onClick={onNext} className="max-md:hidden">
            <ChevronDown />
          </IconButton>
        )}
        {to && (
          <Tip label={t("openFull")}>
            <Link
              to={to}
              aria-label={t("openFull")}
              className={buttonClass({ variant: "ghost", className: "size-7 px-0" })}
            >
              <Maximize2 />
            </Link>
          </Tip>
        )}
        <IconButton label={t("close")} kbd="Esc" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </aside>
  );
}
