import { Checkbox as C } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { useId } from "react";
import { box, type OnOff, Words } from "./labelled";

export function Checkbox({ checked, onChange, label, hint, quiet, some, ...rest }: OnOff & { some?: boolean }) {
  const id = useId();
  return (
    <Words id={id} label={label} hint={hint} quiet={quiet}>
      <C.Root id={id} checked={checked} indeterminate={some} onCheckedChange={onChange} className={box} {...rest}>
        <C.Indicator className="grid place-items-center data-[unchecked]:hidden">
          {some ? <Minus className="size-3" strokeWidth={3} /> : <Check className="size-3" strokeWidth={3} />}
        </C.Indicator>
      </C.Root>
    </Words>
  );
}
