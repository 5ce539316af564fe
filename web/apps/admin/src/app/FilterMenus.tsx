import { useTranslation } from "@orbita/i18n";
import { Button, buttonClass, Chip, cn, Menu, MenuItem, Sheet } from "@orbita/ui";
import { ChevronDown, ListFilter } from "lucide-react";
import { type ReactNode, useState } from "react";

export type Option = { value: string; label: string };
/** A filter with one choice; `value` is empty for «all». */
export type Picker = {
  label: string;
  value: string;
  options: readonly Option[];
  shown: string;
  choose: (value: string) => void;
};

/** A filter over the choices, «all» before them. */
export function pickerOf(
  label: string,
  value: string,
  all: string,
  choices: readonly Option[],
  choose: Picker["choose"],
): Picker {
  const options = [{ value: "", label: all }, ...choices];
  return { label, value, options, choose, shown: options.find((each) => each.value === value)?.label ?? value };
}

/** The filters of a list: menus side by side, or one sheet on a phone. Children are what is no choice of one. */
export function FilterMenus({ pickers, children }: { pickers: readonly Picker[]; children?: ReactNode }) {
  const { t: c } = useTranslation("common");
  const [sheet, setSheet] = useState(false);
  const on = pickers.filter(({ value }) => value !== "").length;
  return (
    <>
      <Button variant="ghost" className="shrink-0 md:hidden" onClick={() => setSheet(true)}>
        <ListFilter aria-hidden />
        {c("filters")}
        {on > 0 && <span className="tnum">{on}</span>}
      </Button>
      <span className="flex shrink-0 items-center gap-1 max-md:hidden">
        {pickers.map((picker) => (
          <Menu
            key={picker.label}
            trigger={
              <button type="button" className={cn(buttonClass({ variant: "ghost" }), "text-fg-3")}>
                {picker.label}:{" "}
                <span className={picker.value ? "font-medium text-accent-text" : "text-fg"}>{picker.shown}</span>
                <ChevronDown aria-hidden className="size-3.5!" />
              </button>
            }
          >
            {picker.options.map((option) => (
              <MenuItem
                key={option.value}
                checked={option.value === picker.value}
                onClick={() => picker.choose(option.value)}
              >
                {option.label}
              </MenuItem>
            ))}
          </Menu>
        ))}
        {children}
      </span>
      <Sheet open={sheet} onOpenChange={setSheet} title={c("filters")}>
        {children && <div className="flex flex-wrap items-center gap-2 px-2 pb-4">{children}</div>}
        {pickers.map((picker) => (
          <fieldset key={picker.label} className="mb-4">
            <legend className="mb-1.5 px-2 text-xs text-fg-3">{picker.label}</legend>
            <div className="flex flex-wrap gap-1.5 px-2">
              {picker.options.map((option) => (
                <Chip
                  key={option.value}
                  pressed={option.value === picker.value}
                  onClick={() => picker.choose(option.value)}
                >
                  {option.label}
                </Chip>
              ))}
            </div>
          </fieldset>
        ))}
      </Sheet>
    </>
  );
}
