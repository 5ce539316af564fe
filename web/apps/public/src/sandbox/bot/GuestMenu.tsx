import { api, take } from "@orbita/api";
import { day, useTranslation } from "@orbita/i18n";
import { Avatar, Button, Dialog, Field, Input, Menu, MenuItem, MenuLabel, MenuSep } from "@orbita/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, UserRoundPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { SandboxGuest } from "../types";
import type { Guest } from "./guests";

type Props = {
  business: string;
  guest: Guest;
  guests: Guest[];
  onChoose: (guest: Guest) => void;
  onCreate: (name: string) => void;
};

/** Whose phone this is: guests of this browser, others who talked with the bot on this machine, or a new one. */
export function GuestMenu({ business, guest, guests, onChoose, onCreate }: Props) {
  const { t } = useTranslation("simulator");
  const [open, setOpen] = useState(false);
  const [making, setMaking] = useState(false);
  const others = useQuery({
    queryKey: ["sandbox", business, "guests"],
    queryFn: () =>
      take(api.GET("/api/sandbox/bot/{business}/guests", { params: { path: { business } } })).then(
        (page) => (page.items ?? []) as SandboxGuest[],
      ),
    enabled: open,
  });
  const own = new Set(guests.map((it) => it.id));
  const strangers = (others.data ?? []).filter((it) => !own.has(it.chat_id));
  const name = (given: string) => given || t("noName");
  return (
    <>
      <Menu
        align="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="ghost" className="min-w-0 shrink">
            <Avatar name={name(guest.name)} size={22} />
            <span className="truncate">{name(guest.name)}</span>
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuLabel>{t("guests.mine")}</MenuLabel>
        {guests.map((it) => (
          <MenuItem key={it.id} checked={it.id === guest.id} onClick={() => onChoose(it)}>
            <Avatar name={name(it.name)} size={20} />
            {name(it.name)}
          </MenuItem>
        ))}
        {strangers.length > 0 && (
          <>
            <MenuSep />
            <MenuLabel>{t("guests.others")}</MenuLabel>
          </>
        )}
        {strangers.map((it) => (
          <MenuItem key={it.chat_id} onClick={() => onChoose({ id: it.chat_id, name: it.name })}>
            <Avatar name={name(it.name)} size={20} />
            <span className="truncate">{name(it.name)}</span>
            <span className="ml-auto pl-4 text-xs text-fg-3">{day(it.last_at, undefined, false)}</span>
          </MenuItem>
        ))}
        <MenuSep />
        <MenuItem onClick={() => setMaking(true)}>
          <UserRoundPlus aria-hidden />
          {t("guests.new")}
        </MenuItem>
      </Menu>
      <NewGuest open={making} onOpenChange={setMaking} onCreate={onCreate} />
    </>
  );
}

function NewGuest(props: { open: boolean; onOpenChange: (open: boolean) => void; onCreate: (name: string) => void }) {
  const { t } = useTranslation("simulator");
  const [name, setName] = useState("");
  const create = (event: FormEvent) => {
    event.preventDefault();
    props.onCreate(name.trim() || t("guests.usual"));
    props.onOpenChange(false);
    setName("");
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t("guests.new")}
      description={t("guests.about")}
      footer={
        <Button variant="primary" type="submit" form="new-guest">
          {t("guests.create")}
        </Button>
      }
    >
      <form id="new-guest" onSubmit={create}>
        <Field label={t("guests.name")}>
          <Input
            value={name}
            maxLength={60}
            placeholder={t("guests.usual")}
            onChange={(it) => setName(it.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
