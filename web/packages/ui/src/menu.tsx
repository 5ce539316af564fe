import { ContextMenu as C } from "@base-ui/react/context-menu";
import { Menu as M } from "@base-ui/react/menu";
import { Popover as P } from "@base-ui/react/popover";
import { useTranslation } from "@orbita/i18n";
import { Check, ChevronRight, Ellipsis } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "./button";
import { cn } from "./cn";
import { itemClass, popupClass } from "./popup";
import { Keys } from "./tooltip";

type Trigger = ReactElement<Record<string, unknown>>;
type MenuProps = {
  trigger: Trigger;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  label?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Actions of one thing. */
export function Menu({ trigger, children, align = "start", side = "bottom", label, open, onOpenChange }: MenuProps) {
  return (
    <M.Root open={open} onOpenChange={onOpenChange}>
      <M.Trigger render={trigger} aria-label={label} />
      <M.Portal>
        <M.Positioner sideOffset={4} align={align} side={side} className="z-50">
          <M.Popup className={cn(popupClass, "max-h-[var(--available-height)] overflow-y-auto")}>{children}</M.Popup>
        </M.Positioner>
      </M.Portal>
    </M.Root>
  );
}

/** The three dots of a row or a record. */
export function MoreMenu({ children, label, className }: { children: ReactNode; label?: string; className?: string }) {
  const { t } = useTranslation("common");
  return (
    <Menu
      align="end"
      label={label ?? t("menu")}
      trigger={
        <button type="button" className={buttonClass({ variant: "ghost", className: cn("size-7 px-0", className) })}>
          <Ellipsis aria-hidden />
        </button>
      }
    >
      {children}
    </Menu>
  );
}

type ItemProps = {
  children: ReactNode;
  onClick?: () => void;
  danger?: boolean;
  kbd?: string;
  disabled?: boolean;
  /** Shows a tick: one of several states. */
  checked?: boolean;
};

export function MenuItem({ children, onClick, danger, kbd, disabled, checked }: ItemProps) {
  return (
    <M.Item
      className={cn(itemClass, danger && "text-danger [&>svg]:text-danger!")}
      onClick={onClick}
      disabled={disabled}
      aria-current={checked || undefined}
    >
      {children}
      {checked && <Check aria-hidden className="ml-auto text-accent-text" />}
      {kbd && (
        <span className="ml-auto pl-6">
          <Keys keys={kbd} />
        </span>
      )}
    </M.Item>
  );
}

export const MenuSep = () => <M.Separator className="mx-2 my-1 h-px bg-line" />;

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <div className="px-2 pt-1.5 pb-1 text-xs text-fg-3">{children}</div>
);

/** A menu that opens from a line of another one. */
export function SubMenu({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <M.SubmenuRoot>
      <M.SubmenuTrigger className={cn(itemClass, "data-[popup-open]:bg-hover")}>
        {label}
        <ChevronRight aria-hidden className="ml-auto" />
      </M.SubmenuTrigger>
      <M.Portal>
        <M.Positioner sideOffset={2} alignOffset={-4} className="z-50">
          <M.Popup className={popupClass}>{children}</M.Popup>
        </M.Positioner>
      </M.Portal>
    </M.SubmenuRoot>
  );
}

/** The same actions by the right button or a long press. */
export function ContextMenu({ trigger, children }: { trigger: Trigger; children: ReactNode }) {
  return (
    <C.Root>
      <C.Trigger render={trigger} />
      <C.Portal>
        <C.Positioner className="z-50">
          <C.Popup className={popupClass}>{children}</C.Popup>
        </C.Positioner>
      </C.Portal>
    </C.Root>
  );
}

/** Anything beside its trigger: filters, pickers, small forms. */
export function Popover({
  trigger,
  children,
  align = "start",
  side = "bottom",
  label,
  className,
  open,
  onOpenChange,
}: MenuProps & { className?: string }) {
  return (
    <P.Root open={open} onOpenChange={onOpenChange}>
      <P.Trigger render={trigger} />
      <P.Portal>
        <P.Positioner sideOffset={6} align={align} side={side} collisionPadding={8} className="z-50">
          <P.Popup aria-label={label} className={cn(popupClass, "max-w-[calc(100vw-1rem)] rounded-xl p-3", className)}>
            {children}
          </P.Popup>
        </P.Positioner>
      </P.Portal>
    </P.Root>
  );
}
