import { AlertDialog as A } from "@base-ui/react/alert-dialog";
import { Dialog as D } from "@base-ui/react/dialog";
import { useTranslation } from "@orbita/i18n";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { Button, IconButton } from "./button";
import { cn } from "./cn";
import { Field, Input } from "./field";
import { backdropClass } from "./popup";

type Base = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Stands at the bottom whatever the body's length: the buttons. */
  footer?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
};

/** The first field, where there is one; a finger gets no keyboard it did not ask for. */
const firstField = (body: RefObject<HTMLElement | null>) => (by: string) =>
  by === "touch"
    ? true
    : (body.current?.querySelector<HTMLElement>("input:not([type=hidden]):not(:disabled), textarea, [role=combobox]") ??
      true);

const scaled = cn(
  "transition-[transform,opacity] duration-150 ease-out data-[ending-style]:opacity-0 data-[starting-style]:scale-[0.98] data-[starting-style]:opacity-0",
);
const centred = cn(
  "fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[min(480px,calc(100vw-1.5rem))] -translate-x-1/2 flex-col rounded-xl bg-raised shadow-pop outline-none",
  scaled,
);

/** Something small that has to be decided now. On a phone it sits at the bottom, under the thumb. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  initialFocus,
  wide,
}: Base & { wide?: boolean }) {
  const { t } = useTranslation("common");
  const body = useRef<HTMLDivElement>(null);
  return (
    <D.Root open={open} onOpenChange={onOpenChange}>
      <D.Portal>
        <D.Backdrop className={backdropClass} />
        <D.Popup
          initialFocus={initialFocus ?? firstField(body)}
          className={cn(
            centred,
            wide && "w-[min(720px,calc(100vw-1.5rem))]",
            "max-sm:top-auto max-sm:bottom-0 max-sm:max-h-[92dvh] max-sm:w-full max-sm:rounded-b-none max-sm:rounded-t-2xl",
          )}
        >
          <header className="flex shrink-0 items-start gap-2 pt-4 pr-3 pl-5">
            <div className="min-w-0 flex-1">
              <D.Title className="text-lg font-semibold tracking-[-0.01em]">{title}</D.Title>
              {description && <D.Description className="mt-0.5 text-fg-3">{description}</D.Description>}
            </div>
            <D.Close render={<IconButton label={t("close")} tip={false} />}>
              <X />
            </D.Close>
          </header>
          <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
            {children}
          </div>
          {footer && <Footer>{footer}</Footer>}
        </D.Popup>
      </D.Portal>
    </D.Root>
  );
}

function Footer({ children }: { children: ReactNode }) {
  return (
    <footer className="flex shrink-0 items-center justify-end gap-2 border-t border-line px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      {children}
    </footer>
  );
}

/**
 * A panel over the right side, where something is made or changed; on a phone a sheet over the whole width. `guard`
 * is asked before it closes by Esc or a press outside: false keeps it open.
 */
export function Drawer({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  initialFocus,
  guard,
  wide,
}: Base & { guard?: () => boolean; wide?: boolean }) {
  const { t } = useTranslation("common");
  const body = useRef<HTMLDivElement>(null);
  return (
    <D.Root open={open} onOpenChange={(next) => (next || guard?.() !== false) && onOpenChange(next)}>
      <D.Portal>
        <D.Backdrop className={backdropClass} />
        <D.Popup
          initialFocus={initialFocus ?? firstField(body)}
          className={cn(
            "fixed inset-y-2 right-2 z-50 flex w-[min(440px,calc(100vw-1rem))] flex-col overflow-hidden rounded-xl bg-surface shadow-pop outline-none",
            "transition-[transform,opacity] duration-200 ease-out data-[ending-style]:translate-x-4 data-[ending-style]:opacity-0 data-[starting-style]:translate-x-4 data-[starting-style]:opacity-0",
            "max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:max-h-[94dvh] max-sm:w-full max-sm:rounded-b-none max-sm:rounded-t-2xl max-sm:data-[ending-style]:translate-x-0 max-sm:data-[ending-style]:translate-y-6 max-sm:data-[starting-style]:translate-x-0 max-sm:data-[starting-style]:translate-y-6",
            wide && "w-[min(720px,calc(100vw-1rem))]",
          )}
        >
          <header className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line py-2 pr-2 pl-5">
            <div className="min-w-0 flex-1">
              <D.Title className="truncate text-lg font-semibold tracking-[-0.01em]">{title}</D.Title>
              {description && <D.Description className="text-xs text-fg-3">{description}</D.Description>}
            </div>
            <D.Close render={<IconButton label={t("close")} kbd="Esc" tip={false} />}>
              <X />
            </D.Close>
          </header>
          <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
            {children}
          </div>
          {footer && <Footer>{footer}</Footer>}
        </D.Popup>
      </D.Portal>
    </D.Root>
  );
}

/** A sheet from the bottom, for phones: sections, filters. */
export function Sheet({ open, onOpenChange, title, children, footer }: Base) {
  return (
    <D.Root open={open} onOpenChange={onOpenChange}>
      <D.Portal>
        <D.Backdrop className={backdropClass} />
        <D.Popup className="fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-2xl bg-surface shadow-pop outline-none transition-[transform,opacity] duration-200 ease-out data-[ending-style]:translate-y-8 data-[ending-style]:opacity-0 data-[starting-style]:translate-y-8 data-[starting-style]:opacity-0">
          <span aria-hidden className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-line-2" />
          <D.Title className="shrink-0 px-5 pt-2 pb-1 text-lg font-semibold">{title}</D.Title>
          <div className="min-h-0 flex-1 overflow-y-auto px-3 pt-1 pb-[max(1rem,env(safe-area-inset-bottom))]">
            {children}
          </div>
          {footer && <Footer>{footer}</Footer>}
        </D.Popup>
      </D.Portal>
    </D.Root>
  );
}

/**
 * A question before what cannot be undone. With `word` the button works only after that word is typed.
 */
export function AlertDialog({
  open,
  onOpenChange,
  title,
  description,
  confirm,
  onConfirm,
  danger = true,
  busy,
  word,
  children,
  cancel,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** The verb of the button: «Удалить», never «ОК». */
  confirm: string;
  onConfirm: () => void;
  danger?: boolean;
  busy?: boolean;
  word?: string;
  children?: ReactNode;
  cancel?: string;
}) {
  const { t } = useTranslation("common");
  const [typed, setTyped] = useState("");
  useEffect(() => {
    if (!open) {
      setTyped("");
    }
  }, [open]);
  return (
    <A.Root open={open} onOpenChange={onOpenChange}>
      <A.Portal>
        <A.Backdrop className={backdropClass} />
        <A.Popup className={cn(centred, "top-[20vh] w-[min(420px,calc(100vw-1.5rem))] p-5")}>
          <A.Title className="text-lg font-semibold tracking-[-0.01em]">{title}</A.Title>
          {description && <A.Description className="mt-1 text-base text-fg-2">{description}</A.Description>}
          {children && <div className="mt-3">{children}</div>}
          {word && (
            <Field label={t("typeToConfirm", { word })} className="mt-4">
              <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
            </Field>
          )}
          <div className="mt-5 flex justify-end gap-2">
            <A.Close render={<Button size="md" />}>{cancel ?? t("cancel")}</A.Close>
            <Button
              size="md"
              variant={danger ? "danger" : "primary"}
              busy={busy}
              disabled={word !== undefined && typed.trim() !== word.trim()}
              onClick={onConfirm}
            >
              {confirm}
            </Button>
          </div>
        </A.Popup>
      </A.Portal>
    </A.Root>
  );
}
