import { useTranslation } from "@orbita/i18n";
import { Button, Dialog, Field, IconButton, Menu, MenuItem, PhoneInput } from "@orbita/ui";
import { Phone, SendHorizontal, SquareSlash } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import type { Command } from "../types";

type Props = {
  commands: Command[];
  /** The text of the button that asks for the guest's phone, when the bot asks. */
  asksPhone: string | undefined;
  onSay: (text: string) => void;
  onPhone: (phone: string) => void;
};

const LONGEST = 4096;

export function Composer({ commands, asksPhone, onSay, onPhone }: Props) {
  const { t } = useTranslation("simulator");
  const [text, setText] = useState("");
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim()) {
      onSay(text.trim());
      setText("");
    }
    field.current?.focus();
  };
  return (
    <div className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto max-w-2xl">
        <form onSubmit={send} className="flex items-end gap-1 p-2">
          <Menu
            side="top"
            label={t("commands")}
            trigger={
              <IconButton label={t("commands")} size="lg" tip={false} className="size-11">
                <SquareSlash className="size-5!" />
              </IconButton>
            }
          >
            {commands.map((it) => (
              <MenuItem key={it.command} onClick={() => onSay(`/${it.command}`)}>
                <span className="font-medium">/{it.command}</span>
                <span className="text-fg-3">{it.description}</span>
              </MenuItem>
            ))}
          </Menu>
          <textarea
            ref={field}
            rows={1}
            value={text}
            maxLength={LONGEST}
            placeholder={t("placeholder")}
            aria-label={t("placeholder")}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
                send(event);
              }
            }}
            className="field-sizing-content max-h-36 min-h-11 min-w-0 flex-1 resize-none rounded-xl bg-sunken px-3.5 py-2.5 text-lg outline-offset-0 placeholder:text-fg-3"
          />
          <IconButton
            type="submit"
            label={t("send")}
            size="lg"
            tip={false}
            variant="primary"
            disabled={!text.trim()}
            className="size-11 rounded-full"
          >
            <SendHorizontal className="size-5!" />
          </IconButton>
        </form>
        {asksPhone && (
          <div className="px-2 pb-2">
            <Button size="lg" className="w-full" onClick={() => setAsking(true)}>
              <Phone aria-hidden />
              {asksPhone}
            </Button>
          </div>
        )}
      </div>
      <PhoneDialog
        open={asking}
        onOpenChange={setAsking}
        onPhone={(phone) => {
          setAsking(false);
          onPhone(phone);
        }}
      />
    </div>
  );
}

function PhoneDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPhone: (phone: string) => void;
}) {
  const { t } = useTranslation("simulator");
  const [phone, setPhone] = useState("+7");
  const isWhole = phone.replace(/\D/g, "").length >= 10;
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t("phone.title")}
      description={t("phone.about")}
      footer={
        <Button variant="primary" disabled={!isWhole} onClick={() => props.onPhone(phone)}>
          {t("phone.share")}
        </Button>
      }
    >
      <Field label={t("phone.label")}>
        <PhoneInput value={phone} onChange={setPhone} autoFocus />
      </Field>
    </Dialog>
  );
}
