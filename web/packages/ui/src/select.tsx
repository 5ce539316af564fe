import { Combobox as B } from "@base-ui/react/combobox";
import { Select as S } from "@base-ui/react/select";
import { useTranslation } from "@orbita/i18n";
import { Check, ChevronDown, ChevronsUpDown, X } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { cn } from "./cn";
import { controlClass, useField } from "./field";
import { itemClass, popupClass } from "./popup";

export type Choice = { value: string; label: string; hint?: string; icon?: ReactNode; disabled?: boolean };

type SelectProps = {
  value: string | null;
  onChange: (value: string) => void;
  options: readonly Choice[];
  placeholder?: string;
  /** Read aloud where no `Field` stands around. */
  label?: string;
  disabled?: boolean;
  className?: string;
  onBlur?: () => void;
  name?: string;
};

const listClass = "max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain";

/** One of up to some twenty; for more take a Combobox. */
export function Select({ value, onChange, options, placeholder, label, className, onBlur, ...rest }: SelectProps) {
  const { t } = useTranslation("common");
  const field = useField();
  const chosen = options.find((option) => option.value === value);
  return (
    <S.Root
      items={options as Choice[]}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      {...rest}
    >
      <S.Trigger
        {...field}
        aria-label={label}
        onBlur={onBlur}
        className={cn(
          controlClass,
          "flex items-center gap-2 text-left data-[popup-open]:shadow-[0_0_0_2px_var(--ring)]",
          className,
        )}
      >
        {chosen?.icon}
        <S.Value
          className="min-w-0 flex-1 truncate data-[placeholder]:text-fg-3"
          placeholder={placeholder ?? t("choose")}
        />
        <S.Icon className="text-fg-3">
          <ChevronsUpDown className="size-3.5" />
        </S.Icon>
      </S.Trigger>
      <S.Portal>
        <S.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-60">
          <S.Popup className={cn(popupClass, "min-w-[var(--anchor-width)]")}>
            <S.List className={listClass}>
              {options.map((option) => (
                <S.Item key={option.value} value={option.value} disabled={option.disabled} className={itemClass}>
                  {option.icon}
                  <span className="min-w-0 flex-1">
                    <S.ItemText className="block truncate">{option.label}</S.ItemText>
                    {option.hint && <span className="block truncate text-xs text-fg-3">{option.hint}</span>}
                  </span>
                  <S.ItemIndicator>
                    <Check className="size-4 text-accent-text" />
                  </S.ItemIndicator>
                </S.Item>
              ))}
            </S.List>
          </S.Popup>
        </S.Positioner>
      </S.Portal>
    </S.Root>
  );
}

type ComboProps = Omit<SelectProps, "onChange" | "options"> & {
  onChange: (value: string | null) => void;
  options: readonly Choice[];
  /** For choices that the server finds: told of each text; then the list is taken as it comes. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  clearable?: boolean;
};

/** One of many, found by typing. */
export function Combobox({
  value,
  onChange,
  options,
  onSearch,
  loading,
  clearable = true,
  placeholder,
  label,
  disabled,
  className,
}: ComboProps) {
  const { t } = useTranslation("common");
  const field = useField();
  // What was chosen may be on no list of the server any more.
  const [kept, setKept] = useState<Choice>();
  const chosen = options.find((option) => option.value === value) ?? (kept?.value === value ? kept : null);
  return (
    <B.Root
      items={options as Choice[]}
      value={chosen ?? null}
      onValueChange={(next: Choice | null) => {
        setKept(next ?? undefined);
        onChange(next?.value ?? null);
      }}
      onInputValueChange={(text, details) => details.reason === "input-change" && onSearch?.(text)}
      itemToStringLabel={(option: Choice) => option.label}
      isItemEqualToValue={(a: Choice, b: Choice) => a.value === b.value}
      filter={onSearch ? null : undefined}
      disabled={disabled}
    >
      <B.InputGroup className={cn("relative block w-full", className)}>
        <B.Input
          {...field}
          aria-label={label}
          placeholder={placeholder ?? t("choose")}
          className={cn(controlClass, "pr-14")}
        />
        <span className="absolute inset-y-0 right-1.5 flex items-center text-fg-3">
          {clearable && (
            <B.Clear aria-label={t("clear")} className="hit grid size-6 place-items-center rounded hover:text-fg">
              <X className="size-3.5" />
            </B.Clear>
          )}
          <B.Trigger
            aria-label={label ?? t("choose")}
            className="hit grid size-6 place-items-center rounded hover:text-fg"
          >
            <ChevronDown className="size-3.5" />
          </B.Trigger>
        </span>
      </B.InputGroup>
      <ComboPopup loading={loading} />
    </B.Root>
  );
}

function ComboPopup({ loading }: { loading?: boolean | undefined }) {
  const { t } = useTranslation("common");
  return (
    <B.Portal>
      <B.Positioner sideOffset={4} className="z-60">
        <B.Popup className={cn(popupClass, "w-[max(var(--anchor-width),14rem)] max-w-[var(--available-width)]")}>
          <B.Empty className="px-2 text-fg-3 not-empty:py-2">{loading ? t("loading") : t("nothingFound")}</B.Empty>
          <B.List className={cn(listClass, "empty:hidden")}>
            {(option: Choice) => (
              <B.Item key={option.value} value={option} disabled={option.disabled} className={itemClass}>
                {option.icon}
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{option.label}</span>
                  {option.hint && <span className="block truncate text-xs text-fg-3">{option.hint}</span>}
                </span>
                <B.ItemIndicator>
                  <Check className="size-4 text-accent-text" />
                </B.ItemIndicator>
              </B.Item>
            )}
          </B.List>
        </B.Popup>
      </B.Positioner>
    </B.Portal>
  );
}

type MultiProps = {
  value: readonly string[];
  onChange: (value: string[]) => void;
  options: readonly Choice[];
  /** Lets a text that is on no list become a choice: tags. */
  onCreate?: (text: string) => void;
  placeholder?: string;
  label?: string;
  className?: string;
};

/** Several of many, as chips. */
export function MultiSelect({ value, onChange, options, onCreate, placeholder, label, className }: MultiProps) {
  const { t } = useTranslation("common");
  const field = useField();
  const [text, setText] = useState("");
  const chosen = useMemo(
    () => value.map((each) => options.find((option) => option.value === each) ?? { value: each, label: each }),
    [value, options],
  );
  const fresh =
    onCreate && text.trim() && !options.some((option) => option.label.toLowerCase() === text.trim().toLowerCase());
  return (
    <B.Root
      multiple
      items={options as Choice[]}
      value={chosen}
      inputValue={text}
      onInputValueChange={setText}
      onValueChange={(next: Choice[]) => onChange(next.map((each) => each.value))}
      itemToStringLabel={(option: Choice) => option.label}
      isItemEqualToValue={(a: Choice, b: Choice) => a.value === b.value}
    >
      <B.InputGroup
        className={cn(
          controlClass,
          "flex h-auto min-h-8 flex-wrap items-center gap-1 p-1 focus-within:shadow-[0_0_0_2px_var(--ring)] max-md:h-auto touch:h-auto",
          className,
        )}
      >
        <B.Chips className="contents">
          {chosen.map((each) => (
            <B.Chip
              key={each.value}
              className="flex h-6 items-center gap-1 rounded bg-press pr-0.5 pl-2 text-xs font-medium outline-none data-[highlighted]:bg-accent-soft"
            >
              {each.label}
              <B.ChipRemove
                aria-label={t("remove", { what: each.label })}
                className="hit grid size-5 place-items-center rounded text-fg-3 hover:text-fg"
              >
                <X className="size-3" />
              </B.ChipRemove>
            </B.Chip>
          ))}
        </B.Chips>
        <B.Input
          {...field}
          aria-label={label}
          placeholder={chosen.length === 0 ? (placeholder ?? t("choose")) : ""}
          className="h-6 min-w-20 flex-1 bg-transparent px-1.5 outline-none placeholder:text-fg-3"
          onKeyDown={(event) => {
            if (event.key === "Enter" && fresh) {
              event.preventDefault();
              onCreate(text.trim());
              setText("");
            }
          }}
        />
      </B.InputGroup>
      <ComboPopup />
    </B.Root>
  );
}
