import { useTranslation } from "@orbita/i18n";
import { Button, Input } from "@orbita/ui";
import { useState } from "react";
import { wordsOf } from "@/app/queries";
import { newKey, useAddClient } from "./queries";

/** A name is enough to begin with. Enter adds and waits for the next one, Esc ends. */
export function AddClient({ stage, onClose }: { stage: number; onClose: () => void }) {
  const { t } = useTranslation("pipeline");
  const { t: c } = useTranslation("common");
  const add = useAddClient();
  const [name, setName] = useState("");
  // One key a wish: a second press of Enter makes no second client.
  const [key, setKey] = useState(newKey);
  const ready = name.trim() !== "";
  const submit = () => {
    if (ready && !add.isPending) {
      add.mutate(
        { name: name.trim(), stage, key },
        {
          onSuccess: () => {
            setName("");
            setKey(newKey());
          },
        },
      );
    }
  };
  return (
    <form
      className="mb-1.5 flex flex-col gap-2 rounded-lg bg-raised p-2 shadow-card"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Input
        autoFocus
        aria-label={t("newName")}
        placeholder={t("newName")}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        aria-invalid={add.isError || undefined}
      />
      {add.isError && (
        <p role="alert" className="px-1 text-xs text-danger">
          {wordsOf(add.error)}
        </p>
      )}
      <div className="flex justify-end gap-1.5">
        <Button variant="ghost" onClick={onClose}>
          {c("close")}
        </Button>
        <Button type="submit" variant="primary" disabled={!ready} busy={add.isPending}>
          {c("add")}
        </Button>
      </div>
    </form>
  );
}
