import { phone } from "@orbita/i18n";
import { Combobox } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { foundQuery } from "./queries";

/** A client, found by name, phone or nick. */
export function ClientPicker({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const [typed, setTyped] = useState("");
  const found = useQuery(foundQuery(useDeferredValue(typed)));
  return (
    <Combobox
      value={value}
      onChange={onChange}
      onSearch={setTyped}
      loading={found.isFetching}
      options={(found.data?.items ?? []).map((each) => ({
        value: String(each.id),
        label: each.name,
        hint: each.phones[0] ? phone(each.phones[0]) : (each.emails[0] ?? ""),
      }))}
    />
  );
}
